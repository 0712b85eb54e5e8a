/**
 * Saliency guided training (Ismail, Corrada Bravo, Feizi, NeurIPS 2021): the listener that masks
 * the lowest-scored features of every batch, its options, and the injection of the masked tower
 * into any SameDiff graph.
 */
package org.salient4j.framework.saliency;
