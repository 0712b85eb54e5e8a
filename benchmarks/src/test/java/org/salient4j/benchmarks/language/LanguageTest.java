package org.salient4j.benchmarks.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.CellSelection;
import org.salient4j.benchmarks.grid.LocalGridExecutor;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.ReproductionOutcome;
import org.salient4j.benchmarks.report.language.LanguageReport;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.text.TextExample;

class LanguageTest {
    private static final Map<String, String> TINY =
            Map.of(
                    "generated", "32",
                    "hidden", "4",
                    "words", "30",
                    "options.epochs", "1",
                    "explained", "4",
                    "perturbed", "2",
                    "attribution.integralSteps", "3",
                    "attribution.smoothSamples", "2",
                    "attribution.shapDraws", "2",
                    "attribution.permutations", "1");

    @TempDir private static Path folder;
    private static Path vectors;

    @BeforeAll
    static void write() {
        vectors = TinyVectors.in(folder);
    }

    private static Language tiny(List<LanguageTraining> trainings, int seeds) {
        return new Language(
                "generated-claims", vectors.toString(), trainings, null, seeds, true, TINY);
    }

    private static LanguageResult run(LanguageTraining training) throws Exception {
        Language experiment = tiny(List.of(training), 1);
        LanguageCell cell = experiment.cells().get(0);
        return experiment.run(cell, new CellContext(Seed.of(9), state -> {}));
    }

    @Test
    void should_measure_every_method_on_a_trained_network() throws Exception {
        LanguageResult result = run(LanguageTraining.STANDARD);

        assertThat(result.corpus()).isEqualTo("generated-claims");
        assertThat(result.genuine()).isFalse();
        assertThat(result.published()).isEqualTo("FEVER");
        assertThat(result.maskedFraction()).isEqualTo(0.8);
        assertThat(result.trainTexts()).isEqualTo(32);
        assertThat(result.testTexts()).isEqualTo(8);
        assertThat(result.updates()).isEqualTo(2);
        assertThat(result.tfIdfAccuracy()).isBetween(0.0, 1.0);
        assertThat(result.scores())
                .extracting(score -> score.method() + " " + score.score())
                .containsExactly(
                        "random ",
                        "gradient sum",
                        "gradient l2",
                        "gradient dot",
                        "integrated-gradients sum",
                        "integrated-gradients l2",
                        "smooth-grad sum",
                        "smooth-grad l2",
                        "smooth-grad dot",
                        "gradient-shap sum",
                        "gradient-shap l2",
                        "leave-one-out sum",
                        "shapley-value-sampling sum");
        for (WordMapScore score : result.scores()) {
            assertThat(score.comprehensiveness()).isBetween(-1.0, 1.0);
            assertThat(score.sufficiency()).isBetween(-1.0, 1.0);
            assertThat(score.auprc()).isBetween(0.0, 1.0);
            assertThat(score.texts()).isEqualTo(score.method().contains("l") && few(score) ? 2 : 4);
        }
        assertThat(result.texts()).hasSize(2);
        ShownText shown = result.texts().get(0);
        assertThat(shown.scores().get("gradient")).hasSameSizeAs(shown.tokens());
        assertThat(shown.tokens()).containsOnlyOnce(ShownText.SEPARATOR);
        assertThat(shown.tokens()).hasSize(shown.words() + 1);
        int separator = shown.tokens().indexOf(ShownText.SEPARATOR);
        assertThat(separator).as("a claim before its evidence").isBetween(1, shown.words() - 1);
        assertThat(shown.scores().values()).allMatch(scores -> scores.get(separator) == 0);
        assertThat(result.texts())
                .allMatch(t -> t.marked() == null || t.marked().size() == t.tokens().size());
    }

    private static boolean few(WordMapScore score) {
        return List.of("leave-one-out", "shapley-value-sampling").contains(score.method());
    }

    @Test
    void should_give_the_same_result_again() throws Exception {
        LanguageResult first = run(LanguageTraining.SALIENCY_GUIDED);
        LanguageResult second = run(LanguageTraining.SALIENCY_GUIDED);

        assertThat(second.accuracy()).isEqualTo(first.accuracy());
        assertThat(second.texts()).isEqualTo(first.texts());
        for (int i = 0; i < first.scores().size(); i++) {
            assertThat(second.scores().get(i).comprehensiveness())
                    .isEqualTo(first.scores().get(i).comprehensiveness());
        }
        assertThat(first.tfIdfAccuracy()).isNull();
    }

    @Test
    void should_explain_short_texts_by_deep_lift() throws Exception {
        Map<String, String> changes = new HashMap<>(TINY);
        changes.put("words", "6");
        changes.put("deepLiftWords", "6");
        changes.put("explained", "2");
        changes.put("methods", "[\"deep-lift\"]");
        Language experiment =
                new Language(
                        "generated-claims",
                        vectors.toString(),
                        List.of(LanguageTraining.STANDARD),
                        null,
                        1,
                        true,
                        changes);
        LanguageResult result =
                experiment.run(experiment.cells().get(0), new CellContext(Seed.of(9), state -> {}));
        assertThat(result.scores())
                .extracting(score -> score.method() + " " + score.score())
                .containsExactly("random ", "deep-lift sum", "deep-lift l2");
    }

    @Test
    void should_run_to_a_table_and_a_report() {
        Path out = folder.resolve("run");
        ReproductionOutcome outcome =
                new Reproduction<>(
                                tiny(List.of(LanguageTraining.values()), 1),
                                CellSelection.all(),
                                new LanguageReport())
                        .run(
                                out,
                                false,
                                new LocalGridExecutor(1, List.of("test")),
                                Progress.silent());

        assertThat(outcome.grid().failures()).isEmpty();
        assertThat(String.join("\n", outcome.table()))
                .contains(
                        "generated-claims: 32 texts to train, 8 to measure",
                        "the paper's numbers are of FEVER, another corpus",
                        "fine-tuned",
                        "tf-idf + logistic regression",
                        "undecided: ")
                .doesNotContain("ERASER");
        assertThat(outcome.table()).allMatch(line -> line.length() <= 120);
        assertThat(out.resolve("language.csv")).content().hasLineCount(1 + 3 * 13);
        assertThat(out.resolve("report.html"))
                .content()
                .contains("figure class=\"text\"", "Every one of the 3 trainings has a result");
    }

    /** ERASER's Movies has all negative reviews first. */
    @Test
    void should_draw_texts_of_a_part_that_is_sorted_by_class() {
        List<TextExample> sorted =
                IntStream.range(0, 100)
                        .mapToObj(i -> TextExample.of("t" + i, List.of("a"), i / 50))
                        .toList();
        List<TextExample> drawn = LanguageRun.limited(sorted, 20, Split.TEST);

        assertThat(drawn).hasSize(20).doesNotHaveDuplicates();
        assertThat(drawn.stream().filter(text -> text.label() == 1).count()).isBetween(4L, 16L);
        assertThat(LanguageRun.limited(sorted, 20, Split.TEST)).isEqualTo(drawn);
        assertThat(LanguageRun.limited(sorted, 0, Split.TEST)).isSameAs(sorted);
    }

    @Test
    void should_notice_that_its_files_changed() throws Exception {
        Path own = folder.resolve("own.txt");
        Files.copy(vectors, own);
        Language experiment =
                new Language(
                        "generated-claims",
                        own.toString(),
                        List.of(LanguageTraining.STANDARD),
                        null,
                        1,
                        true,
                        TINY);
        LanguageCell cell = experiment.cells().get(0);
        Files.writeString(own, Files.readString(own) + "more 1 2 3 4 5\n");

        assertThatThrownBy(() -> experiment.run(cell, new CellContext(Seed.of(9), state -> {})))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        own
                                + " is no longer what it was when the run began: begin a new"
                                + " folder");
    }

    @Test
    void should_refuse_settings_that_make_no_run() {
        assertThatThrownBy(
                        () ->
                                new Language(
                                        "books",
                                        "v",
                                        List.of(LanguageTraining.STANDARD),
                                        null,
                                        1,
                                        true,
                                        Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a corpus must be movie-sentences, eraser:DIR");
        assertThatThrownBy(() -> new LanguageCorpus("generated-clams"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'generated-claims'");
        assertThatThrownBy(() -> tiny(List.of(LanguageTraining.STANDARD), 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("seeds must be at least 1, was 0");
        assertThatThrownBy(() -> Language.setup(true, Map.of("words", "0")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("words must be at least 1, was 0");
    }
}
