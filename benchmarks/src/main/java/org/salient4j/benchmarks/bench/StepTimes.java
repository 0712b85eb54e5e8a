package org.salient4j.benchmarks.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The training steps of one network.
 *
 * @param batch examples a step
 * @param standard forward, backward, update
 * @param saliencyGuided the same on two towers, after the pass that finds what to mask
 */
public record StepTimes(
        @JsonProperty("batch") int batch,
        @JsonProperty("standard") Timing standard,
        @JsonProperty("saliency_guided") Timing saliencyGuided) {}
