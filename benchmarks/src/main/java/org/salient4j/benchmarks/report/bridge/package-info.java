/** The report of the bridge: every training of one task under the same metrics, in one table. */
package org.salient4j.benchmarks.report.bridge;
