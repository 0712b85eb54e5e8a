/** Synthetic series as the data sets that networks are trained and attributions are scored on. */
package org.salient4j.benchmarks.data;
