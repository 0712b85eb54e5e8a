package org.salient4j.benchmarks.report;

/**
 * What a mark of a chart means.
 *
 * @param name plain text
 * @param key the mark, SVG elements in a box of 36 x 10
 */
public record LegendItem(String name, String key) {}
