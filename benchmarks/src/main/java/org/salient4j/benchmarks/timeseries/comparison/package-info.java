/**
 * A run of the time-series benchmark beside the paper's numbers and sentences (Ismail, Corrada
 * Bravo, Feizi, NeurIPS 2021): differences, claims and the tests they rest on.
 *
 * <p>Every mean over data sets is taken over the same data sets on both sides, and says which.
 */
package org.salient4j.benchmarks.timeseries.comparison;
