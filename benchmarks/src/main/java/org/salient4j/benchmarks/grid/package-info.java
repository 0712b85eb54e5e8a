/**
 * Experiments as a grid of {@linkplain org.salient4j.benchmarks.grid.Experiment cells} that are
 * computed in any order and number of processors, kept {@linkplain
 * org.salient4j.benchmarks.grid.ResultStore one file a result}, and never computed twice.
 */
package org.salient4j.benchmarks.grid;
