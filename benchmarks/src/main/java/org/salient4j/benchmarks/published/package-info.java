/**
 * The numbers that were published for saliency guided training (Ismail, Corrada Bravo, Feizi,
 * NeurIPS 2021), to be read beside ours.
 */
package org.salient4j.benchmarks.published;
