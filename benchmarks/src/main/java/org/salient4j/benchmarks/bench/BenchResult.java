package org.salient4j.benchmarks.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What a run measured; networks by {@link BenchNetwork#key}. What was not asked for is empty.
 *
 * @param steps training steps, by network
 * @param attributions methods on 100 samples, by network and method
 * @param metrics metrics of 100 maps, by name
 * @param profiles where the time of steps and passes goes, by network
 * @param environment what ran, and where
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BenchResult(
        @JsonProperty("steps") Map<String, StepTimes> steps,
        @JsonProperty("attribution_100") Map<String, Map<String, Timing>> attributions,
        @JsonProperty("metrics_100") Map<String, Timing> metrics,
        @JsonProperty("profile") Map<String, List<WorkProfile>> profiles,
        @JsonProperty("env") BenchEnvironment environment) {}
