package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.bridge.BridgePreset;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.images.ImagesPreset;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.report.ExperimentReports;
import org.salient4j.benchmarks.timeseries.TimeSeriesPreset;
import org.salient4j.benchmarks.vanishing.VanishingPreset;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.layers.Layer;
import org.salient4j.layers.LayerCatalogue;

class HelpTest {
    private static final List<String> COMMANDS =
            List.of(
                    "quickstart",
                    "bench",
                    "reproduce",
                    "report",
                    "generate",
                    "train",
                    "import",
                    "predict",
                    "explain",
                    "score",
                    "list");

    static Stream<String> commands() {
        return Stream.concat(
                COMMANDS.stream(),
                Stream.of(
                        "reproduce vanishing-saliency",
                        "reproduce xcebra",
                        "reproduce table-1",
                        "benchmark time-series",
                        "benchmark bridge",
                        "benchmark images",
                        "reproduce mnist",
                        "reproduce table-4",
                        "reproduce figure-4",
                        "reproduce mnist-series",
                        "compare"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void should_explain_every_command_with_examples_and_exit_codes(String command) {
        String help = Cli.ok((Object[]) (command + " --help").split(" ")).out();
        assertThat(help)
                .startsWith("Usage: salient4j " + command)
                .contains("Examples:", "  salient4j " + command, "Exit codes:");
        assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void should_list_every_command() {
        assertThat(Cli.ok("--help").out()).contains(COMMANDS);
        assertThat(Cli.ok("help", "train").out()).startsWith("Usage: salient4j train");
        Cli nothing = Cli.run();
        assertThat(nothing.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains(COMMANDS);
    }

    @Test
    void should_say_its_version() {
        assertThat(Cli.ok("--version").out()).matches("(?s)salient4j \\d+\\.\\d+.*Java 1?\\d.*");
    }

    @Test
    void should_tell_the_defaults_that_the_library_has() {
        String all = Cli.ok("train", "--help").out().replaceAll("\\s+", " ");
        String help = all.substring(all.indexOf("Options:"));
        JsonNode guidance = Json.tree(new SaliencyGuidedOptions());
        JsonNode training = Json.tree(new TrainingOptions());
        training.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!name.equals("checkpointEvery")) {
                                assertDefault(help, name, training.get(name));
                            }
                        });
        guidance.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!name.equals("fill")) {
                                assertDefault(help, name, guidance.get(name));
                            }
                        });
        assertDefault(help, "fill", guidance.at("/fill/kind"));
        assertDefault(help, "fillRange", guidance.at("/fill/range"));
        assertDefault(help, "fillValue", guidance.at("/fill/constant"));
    }

    private static void assertDefault(String help, String component, JsonNode value) {
        String option = "--" + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        Matcher text =
                Pattern.compile(Pattern.quote(option) + "=.*?\\(default: ([^)]*)\\)").matcher(help);
        assertThat(text.find()).as(option).isTrue();
        assertThat(text.group(1)).as(option).isEqualTo(value.asText());
    }

    @Test
    void should_list_what_there_is() {
        assertThat(names("networks")).isEqualTo(Networks.registry().names());
        assertThat(names("methods")).isEqualTo(AttributionMethod.registry().names());
        assertThat(names("metrics")).isEqualTo(AttributionMetric.registry().names());
        assertThat(names("datasets")).isEqualTo(SyntheticSeries.layouts().names());
        assertThat(names("processes")).isEqualTo(SyntheticSeries.processes().names());
        assertThat(names("experiments")).isEqualTo(ExperimentReports.registry().names());
        assertThat(names("presets"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        VanishingPreset.all().stream()
                                                .map(p -> "vanishing-saliency/" + p.name()),
                                        TimeSeriesPreset.all().stream()
                                                .map(p -> "time-series/" + p.name()),
                                        BridgePreset.all().stream().map(p -> "bridge/" + p.name()),
                                        ImagesPreset.all().stream().map(p -> "images/" + p.name()))
                                .flatMap(names -> names)
                                .toList());
        assertThat(names("layers"))
                .contains("Lstm", "InputCellAttentionLstm", "Dense", "Dropout")
                .hasSize(LayerCatalogue.layers().size());
        assertThat(LayerCatalogue.layers()).allMatch(Layer.class::isAssignableFrom);
    }

    @Test
    void should_list_the_presets_of_networks() {
        assertThat(Cli.ok("list", "networks").out().lines())
                .filteredOn(line -> line.endsWith("; presets: mnist-series"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void should_align_what_it_says_of_metrics() {
        List<String> lines = Cli.ok("list", "metrics").out().lines().toList();
        for (String line : lines) {
            assertThat(line)
                    .matches("\\S+ +(higher|lower) is better +\\[\\S+, \\S+[])] +\\S.*: .{20,}")
                    .hasSizeLessThan(140);
        }
        assertThat(lines.stream().map(line -> line.indexOf(" [")).distinct()).hasSize(1);
        assertThat(lines)
                .anyMatch(line -> line.matches("euclid +lower is better +\\[0, inf\\) .*"))
                .anyMatch(line -> line.matches("aup +higher is better +\\[0, 0.8\\] .*"));
    }

    @Test
    void should_tell_presets_apart() {
        List<String> texts =
                Cli.ok("list", "presets")
                        .out()
                        .lines()
                        .map(line -> line.split(" +", 2)[1])
                        .toList();
        assertThat(texts).doesNotHaveDuplicates().allMatch(text -> text.contains("epochs"));
    }

    private static Set<String> names(String family) {
        Set<String> names = new TreeSet<>();
        for (String line : Cli.ok("list", family).out().lines().toList()) {
            assertThat(line).matches("\\S+ +\\S.*");
            names.add(line.split(" ", 2)[0]);
        }
        return names;
    }

    @Test
    void should_generate_a_completion_script_that_bash_reads(@TempDir Path folder)
            throws IOException, InterruptedException {
        String script = Cli.ok("generate-completion").out();
        assertThat(script).contains(COMMANDS).contains("--masked-fraction");
        Path file = Files.writeString(folder.resolve("completion.sh"), script);
        Process bash = new ProcessBuilder("bash", "-n", file.toString()).start();
        assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(bash.exitValue()).isZero();
    }
}
