package org.salient4j.benchmarks.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Repeated times of one thing.
 *
 * @param medianMs the median, in milliseconds
 * @param minMs the shortest
 * @param reps how many there were
 */
public record Timing(
        @JsonProperty("median_ms") double medianMs,
        @JsonProperty("min_ms") double minMs,
        @JsonProperty("reps") int reps) {}
