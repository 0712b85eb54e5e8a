package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.io.Json;

class BenchCommandTest {
    private static final List<String> TIMING = List.of("median_ms", "min_ms", "reps");

    @TempDir private Path folder;

    @Test
    void should_time_the_metrics_alone() {
        Path json = folder.resolve("bench.json");
        Cli run = bench("lstm", "metrics", json);
        JsonNode result = read(json);
        assertThat(keys(result)).containsExactlyInAnyOrder("metrics_100", "env");
        assertTiming(result.at("/metrics_100/aup_aur"));
        assertThat(keys(result.get("env"))).contains("nd4j", "backend", "threads", "cpu");
        assertThat(result.at("/env/threads").asInt()).isEqualTo(1);
        assertThat(run.out()).contains("aup_aur").doesNotContain("lstm");
        assertThat(run.err()).contains("wrote " + json);
    }

    @Test
    void should_time_steps_and_attributions_and_trace_them_to_their_ops() {
        Path json = folder.resolve("bench.json");
        Cli run = bench("lstm", "steps,attribution", json, "--profile");
        JsonNode result = read(json);
        JsonNode steps = result.at("/steps/lstm");
        assertThat(steps.get("batch").asInt()).isEqualTo(50);
        assertTiming(steps.get("standard"));
        assertTiming(steps.get("saliency_guided"));
        JsonNode methods = result.at("/attribution_100/lstm");
        assertThat(keys(methods))
                .containsExactlyInAnyOrder(
                        "gradient",
                        "integrated_gradients",
                        "smooth_grad",
                        "gradient_shap",
                        "deep_lift",
                        "deep_shap");
        methods.forEach(BenchCommandTest::assertTiming);
        JsonNode profiles = result.at("/profile/lstm");
        assertThat(profiles.findValuesAsText("work"))
                .containsExactly("standard step", "saliency guided step", "gradient pass");
        for (JsonNode profile : profiles) {
            assertThat(profile.get("ops").findValuesAsText("op")).contains("lstmLayer_bp");
            double shares =
                    profile.get("ops").findValues("share").stream()
                            .mapToDouble(JsonNode::asDouble)
                            .sum();
            assertThat(shares).isBetween(0.999, 1.001);
        }
        assertThat(run.out())
                .contains("guided / standard", "integrated_gradients × 100", "lstmLayer_bp");
    }

    @Test
    void should_replace_a_file_only_when_told_to() {
        Path json = folder.resolve("bench.json");
        bench("lstm", "metrics", json);
        Cli refused = Cli.run("bench", "--only", "metrics", "--json", json);
        assertThat(refused.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(refused.err().lines()).singleElement().asString().contains("--force");
        bench("lstm", "metrics", json, "--force");
    }

    private static Cli bench(String networks, String parts, Path json, Object... more) {
        Object[] words = {
            "bench", "--networks", networks, "--only", parts, "--seconds", "0.001", "--json", json
        };
        return Cli.ok(Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray());
    }

    private static JsonNode read(Path json) {
        return Json.read(json, JsonNode.class);
    }

    private static void assertTiming(JsonNode timing) {
        assertThat(keys(timing)).containsExactlyInAnyOrderElementsOf(TIMING);
        assertThat(timing.get("min_ms").asDouble()).isPositive();
        assertThat(timing.get("median_ms").asDouble())
                .isGreaterThanOrEqualTo(timing.get("min_ms").asDouble());
        assertThat(timing.get("reps").asInt()).isPositive();
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
