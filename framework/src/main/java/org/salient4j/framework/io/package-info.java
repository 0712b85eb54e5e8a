/**
 * Files: {@linkplain org.salient4j.framework.io.NpyFile NumPy arrays}, {@linkplain
 * org.salient4j.framework.io.NpzArchive archives of them}, {@linkplain
 * org.salient4j.framework.io.Json JSON}, all written {@linkplain
 * org.salient4j.framework.io.AtomicFile whole or not at all}.
 */
package org.salient4j.framework.io;
