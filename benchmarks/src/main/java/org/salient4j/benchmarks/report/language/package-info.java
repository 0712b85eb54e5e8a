/** The report of the language experiment. */
package org.salient4j.benchmarks.report.language;
