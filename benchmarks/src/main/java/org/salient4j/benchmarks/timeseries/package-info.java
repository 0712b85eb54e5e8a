/**
 * The time-series benchmark: data sets × networks × trainings × seeds, every attribution method and
 * metric on each (Ismail et al., NeurIPS 2020 and 2021, tables 2 and 7 to 11).
 */
package org.salient4j.benchmarks.timeseries;
