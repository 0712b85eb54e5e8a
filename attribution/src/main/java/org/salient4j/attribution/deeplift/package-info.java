/**
 * DeepLIFT's reverse walk. {@link org.salient4j.attribution.deeplift.MultiplierGraph} puts a
 * network's graph beside its copy on the baseline and adds, from the output back to the input, what
 * {@link org.salient4j.attribution.deeplift.DeepLiftRule}s say: one rule a kind of op, found by
 * {@link java.util.ServiceLoader}. All of it is one SameDiff graph, so whatever makes graphs faster
 * makes this faster.
 */
package org.salient4j.attribution.deeplift;
