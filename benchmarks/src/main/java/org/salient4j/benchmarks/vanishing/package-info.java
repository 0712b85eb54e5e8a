/**
 * The vanishing-saliency experiment: whether the input gradients of a recurrent network find
 * evidence wherever in time it lies, and whether saliency guided training changes that (Ismail et
 * al., NeurIPS 2019 and 2021, figure 6).
 */
package org.salient4j.benchmarks.vanishing;
