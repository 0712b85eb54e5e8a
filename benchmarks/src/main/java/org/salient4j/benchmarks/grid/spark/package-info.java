/**
 * The grid on Apache Spark. Nothing else knows Spark, and only the application knows this package.
 */
package org.salient4j.benchmarks.grid.spark;
