/**
 * The report of the vanishing-saliency experiment: its {@linkplain
 * org.salient4j.benchmarks.report.vanishing.GateRule gate}, its verdicts, its tables and its page.
 */
package org.salient4j.benchmarks.report.vanishing;
