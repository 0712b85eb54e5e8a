package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salient4j.benchmarks.grid.ResultFormat;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.benchmarks.measurement.CellSeconds;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.StopReason;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareCommandTest {
    private Path folder;
    private Path results;

    /** Two seeds of the TCN on one data set; the second has no guided training. */
    @BeforeAll
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary;
        results = folder.resolve("results");
        TimeSeries experiment = new TimeSeries("quick", List.of("middle"), List.of("tcn"), 2);
        ResultStore<TimeSeriesCell, TimeSeriesResult> store = ResultStore.open(results, experiment);
        for (TimeSeriesCell cell : experiment.cells()) {
            if (cell.seed() == 1 || !cell.training().saliencyGuided()) {
                store.put(cell, result(cell), 1, Provenance.now(Seed.of(1), List.of("made up")));
            }
        }
        Files.createDirectory(folder.resolve("empty"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(
                other.resolve("experiment.json"),
                "{\"format\":%d,\"experiment\":\"vanishing-saliency\",\"settings\":{}}"
                        .formatted(ResultFormat.CURRENT));
        Files.writeString(folder.resolve("there.csv"), "kept");
    }

    private static TimeSeriesResult result(TimeSeriesCell cell) {
        Map<String, MethodResult> methods = new LinkedHashMap<>();
        for (String method : cell.setup().methods().keySet()) {
            MetricScore aup = new MetricScore(0.288 + 0.1 * cell.seed(), 0.288, List.of(), 0);
            MetricScore aur = new MetricScore(0.5, 0.4, List.of(), 0);
            methods.put(
                    method,
                    new MethodResult(Map.of("aup", aup, "aur", aur), null, null, List.of()));
        }
        return new TimeSeriesResult(
                1,
                1,
                1,
                true,
                20,
                400,
                StopReason.EPOCHS,
                methods,
                List.of(),
                new CellSeconds(1, Map.of()));
    }

    @Test
    void should_print_claims_table_2_and_a_summary() {
        Cli run = Cli.ok("compare", results, "--paper");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("(a) SGT raises", "undecided", "not measured here", "Table 2", "Summary")
                .contains("4 measured, 2 not run")
                .contains("mean over 1 of 10 data sets: middle")
                .doesNotContain("Table 10");
    }

    /** 0.1 and 0.2 with standard training: 0.15 -+ 12.7062 · 0.05 = 0.6353. */
    @Test
    void should_print_one_table() {
        Cli run = Cli.ok("compare", results, "--paper", "--table", "10");
        assertThat(run.out())
                .contains("Table 10", "+.150+-.635 ", "+.100?", "missing: 1 not run")
                .doesNotContain("Claims", "Table 2");
    }

    @Test
    void should_write_everything_as_json_and_csv() throws IOException {
        Path json = folder.resolve("c.json");
        Path csv = folder.resolve("c.csv");
        Cli run = Cli.ok("compare", results, "--paper", "--all", "--json", json, "--csv", csv);
        assertThat(run.out()).contains("Table 7", "Table 11", "Wilcoxon");
        JsonNode tree = Json.read(json, JsonNode.class);
        assertThat(tree.get("claims").get(0).get("outcome").asText()).isEqualTo("undecided");
        assertThat(Files.readString(csv))
                .contains("10,middle,tcn,standard,gradient,aup,,,0.127,table 10,0.15")
                .contains("10,rare-time,tcn,signed,gradient,aup,0.5,,")
                .doesNotContain("NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{d}/results | --paper is possible",
                "{d}/results --paper --table 3 | unknown table '3'",
                "{d}/results --paper --table x | --table",
                "{d}/results --paper --all --table 2 | either --all or --table",
                "{d}/results --paper --csv {d}/there.csv | add --force",
                "{d}/results --paper --json {d}/nope/x.json | there is no folder",
                "{d}/other --paper | holds the experiment 'vanishing-saliency': only 'time-series'",
                "{d}/empty --paper | is this a folder of results?",
                "{d}/none --paper | is this a folder of results?",
                "{d}/results --papre | did you mean '--paper'"
            })
    void should_say_in_one_line_what_cannot_be_compared(String words, String says)
            throws IOException {
        Object[] arguments = ("compare " + words.replace("{d}", folder.toString())).split(" ");
        Cli run = Cli.run(arguments);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("salient4j: ").contains(says);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("there.csv"))).isEqualTo("kept");
        assertThat(folder.resolve("nope")).doesNotExist();
    }
}
