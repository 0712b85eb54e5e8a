package org.salient4j.framework.text;

/**
 * Which texts make a batch.
 *
 * @param rows the texts
 * @param width the length they are filled up to
 */
public record BatchRows(int[] rows, int width) {}
