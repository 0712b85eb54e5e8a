/**
 * Reports of experiments: one HTML file that needs nothing else.
 *
 * <p>A {@link org.salient4j.benchmarks.report.Page} is made of sections and blocks (tables, charts,
 * pictures); {@link org.salient4j.benchmarks.report.ReportWriter} turns it into a file. An
 * experiment gets a report by implementing {@link
 * org.salient4j.benchmarks.report.ExperimentReport}.
 */
package org.salient4j.benchmarks.report;
