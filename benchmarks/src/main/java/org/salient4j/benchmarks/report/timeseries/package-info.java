/** The report of the time-series benchmark. */
package org.salient4j.benchmarks.report.timeseries;
