/**
 * The report of the xCEBRA experiment: its {@linkplain
 * org.salient4j.benchmarks.report.xcebra.LatentGate gate}, its {@linkplain
 * org.salient4j.benchmarks.report.xcebra.MapClaims claims}, its tables and its page.
 */
package org.salient4j.benchmarks.report.xcebra;
