/**
 * What a handful of seeds allows to say: means with intervals, paired tests, effect sizes.
 *
 * <p>{@code NaN} stands for a missing value everywhere: it is left out and counted, never read as
 * 0. What cannot be computed from the values at hand is {@code NaN} too: one seed has a mean but no
 * interval.
 */
package org.salient4j.benchmarks.statistics;
