package org.salient4j.benchmarks.report.xcebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapMethods;

class XcebraTableTest {

    private static List<String> lines(MadeUpXcebra run) {
        return new XcebraReport().lines(run.build());
    }

    private static List<String> rows(MadeUpXcebra run) {
        return new XcebraReport().csv(run.build()).lines().toList();
    }

    @Test
    void should_print_mean_and_range_of_every_training_and_method() {
        List<String> lines =
                lines(
                        new MadeUpXcebra()
                                .trainings(EncoderTraining.CONTRASTIVE)
                                .scores(
                                        (cell, method) ->
                                                method.equals(MapMethods.INVERTED)
                                                        ? 0.9 + 0.01 * cell.seed()
                                                        : 0.8));
        assertThat(lines.get(0)).isEqualTo("contrastive, \u03bb = 0, 3 recordings");
        assertThat(lines.get(1))
                .isEqualTo(
                        "  auROC, mean [min..max]      pooled                  within rows         "
                                + "    row-normalised");
        assertThat(lines.get(2))
                .isEqualTo(
                        "  inverted-neuron-gradient    0.920 [0.910..0.930]    0.920 [0.910..0.930]"
                                + "    0.920 [0.910..0.930]");
        assertThat(lines.get(9)).startsWith("  linear-regression           0.800 [0.800..0.800]");
        assertThat(lines.get(10))
                .startsWith("  R\u00b2 of the latents 0.97")
                .contains("training 1");
        assertThat(lines).noneMatch(line -> line.contains("note:"));
        assertThat(lines).filteredOn(line -> line.startsWith("claim: ")).hasSize(3);
        assertThat(lines).allMatch(line -> line.length() <= 120);
    }

    @Test
    void should_print_no_range_of_one_recording() {
        List<String> lines =
                lines(
                        new MadeUpXcebra()
                                .recordings("seed0")
                                .lambdas(0.0, 0.1)
                                .scores((cell, method) -> 0.75));
        assertThat(lines.get(0)).isEqualTo("contrastive, \u03bb = 0, 1 recording");
        assertThat(lines.get(2)).matches("  inverted-neuron-gradient +0.750 +0.750 +0.750");
        assertThat(lines)
                .contains(
                        "  pooled          undecided: 0.000, 1 recording counts, at least 3 are needed");
    }

    @Test
    void should_print_which_encoders_do_not_hold_the_latents() {
        List<String> lines =
                lines(
                        new MadeUpXcebra()
                                .trainings(EncoderTraining.CONTRASTIVE)
                                .r2(cell -> cell.seed() == 2 && cell.lambda() > 0 ? 0.6 : 0.98));
        assertThat(lines)
                .filteredOn(line -> line.contains("note:"))
                .singleElement()
                .asString()
                .startsWith("  note: R\u00b2 below 0.9 on drawn-2");
    }

    @Test
    void should_print_what_is_missing() {
        List<String> lines =
                lines(
                        new MadeUpXcebra()
                                .missing(cell -> cell.training() == EncoderTraining.UNTRAINED)
                                .failing(
                                        cell ->
                                                cell.training() == EncoderTraining.CONTRASTIVE
                                                        && cell.seed() == 1
                                                        && cell.lambda() > 0,
                                        "made up"));
        assertThat(lines)
                .contains("contrastive, \u03bb = 0.1, 2 of 3 recordings")
                .containsSubsequence("untrained, 0 of 3 recordings", "  no result");
        assertThat(lines).last().isEqualTo("4 of 15 trainings have no result, 1 of them failed");
    }

    @Test
    void should_print_a_run_without_any_result() {
        assertThat(lines(new MadeUpXcebra().missing(cell -> true)))
                .last()
                .isEqualTo("15 of 15 trainings have no result, 0 of them failed");
    }

    @Test
    void should_write_one_csv_row_an_encoder_and_method() {
        List<String> rows =
                rows(
                        new MadeUpXcebra()
                                .missing(cell -> cell.seed() == 3)
                                .scores((cell, method) -> 0.75 + 0.01 * cell.seed()));
        assertThat(rows).hasSize(1 + 2 * 5 * 8);
        assertThat(rows.get(0))
                .startsWith(
                        "data,mode,lambda,method,auroc,auroc_rows,auroc_row_normalised,r2,"
                                + "train_seconds,auroc_lower,auroc_upper,auroc_mixed_rows,chance,p,")
                .endsWith(",seed,key");
        assertThat(rows.get(1))
                .startsWith("drawn-1,contrastive,0,inverted-neuron-gradient,0.76,0.76,0.76,0.97");
        assertThat(rows.get(9)).startsWith("drawn-1,contrastive,0.1,inverted-neuron-gradient,");
        int columns = rows.get(0).split(",").length;
        assertThat(rows).allMatch(row -> row.split(",", -1).length == columns);
    }

    @Test
    void should_leave_empty_what_does_not_exist() {
        List<String> rows =
                rows(new MadeUpXcebra().recordings("a").trainings(EncoderTraining.UNTRAINED));
        String[] names = rows.get(0).split(",");
        String[] regression = rows.get(8).split(",", -1);
        assertThat(regression[3]).isEqualTo("linear-regression");
        for (int i = 0; i < names.length; i++) {
            boolean none =
                    List.of("auroc_lower", "auroc_upper", "loss", "goodness_of_fit")
                            .contains(names[i]);
            assertThat(regression[i].isEmpty()).as(names[i]).isEqualTo(none);
        }
    }

    @Test
    void should_quote_what_would_break_a_csv_row() {
        assertThat(rows(new MadeUpXcebra().recordings("a \"b\", c")).get(1))
                .startsWith("\"a \"\"b\"\", c\",contrastive,");
    }
}
