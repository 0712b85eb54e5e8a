/**
 * As much of Apache Parquet as one string column needs.
 *
 * <p>The vocabulary of the word vectors comes in a Parquet file. The libraries that read every
 * Parquet file bring 73 MB (DuckDB) or Hadoop; one column of strings needs the few classes here and
 * the Snappy decoder that is on the class path already.
 */
package org.salient4j.framework.fetch.parquet;
