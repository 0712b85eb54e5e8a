package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.language.Language;
import org.salient4j.benchmarks.language.LanguageCell;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.language.ShownText;
import org.salient4j.benchmarks.language.WordMapScore;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.Provenance;

/** Results that were never computed: numbers made up so that every part of a report is filled. */
final class MadeUpLanguage {
    /** Longer than a telephone is wide. */
    static final String ENDLESS = "un" + "believ".repeat(20) + "able";

    static final List<String> FINDINGS =
            List.of(
                    "train.jsonl:4: unknown class 'NEGG': did you mean 'NEG'? known: NEG, POS;"
                            + " passed over",
                    "vectors.txt:17: " + "x".repeat(150),
                    "test.jsonl:3: there is no document 'lost'; passed over",
                    "test: 120 of 199 texts are longer than 500 words and were cut (its first words"
                            + " kept)");

    private static final List<String> WORDS =
            List.of("a", "film", "of", "rare", "charm", ",", "and", ENDLESS, "dull", "at", "times");

    private MadeUpLanguage() {}

    static ReportedRun<LanguageCell, LanguageResult> run() {
        Language experiment =
                new Language(
                        "generated-claims",
                        "glove-6b-50d",
                        List.of(LanguageTraining.values()),
                        null,
                        3,
                        true,
                        Map.of());
        List<CellResult<LanguageCell, LanguageResult>> results = new ArrayList<>();
        for (LanguageCell cell : experiment.cells()) {
            results.add(
                    new CellResult<>(
                            CellKey.of(Language.NAME, cell).value(),
                            Language.NAME,
                            cell,
                            result(new SplittableRandom(cell.seed()), cell.training().guided()),
                            30.5,
                            provenance()));
        }
        return new ReportedRun<>(
                ExperimentCard.of(experiment), experiment.cells(), results, List.of(), List.of());
    }

    private static LanguageResult result(SplittableRandom random, boolean guided) {
        List<WordMapScore> scores = new ArrayList<>();
        scores.add(score(WordMapScore.RANDOM, "", random));
        for (String method : List.of("gradient", "integrated-gradients", "smooth-grad")) {
            scores.add(score(method, "sum", random));
            scores.add(score(method, "l2", random));
            if (!method.startsWith("integrated")) {
                scores.add(score(method, "dot", random));
            }
        }
        return new LanguageResult(
                "made up (in ERASER's format)",
                "Movies",
                false,
                0.6,
                0.8 + 0.01 * random.nextDouble(),
                0.5,
                0.79,
                100,
                12.5,
                guided ? null : 0.88,
                1600,
                199,
                487.3,
                0.93,
                0.09,
                scores,
                List.of(text("first", random), text("second", random)),
                FINDINGS);
    }

    private static WordMapScore score(String method, String score, SplittableRandom random) {
        return new WordMapScore(
                method,
                score,
                199,
                random.nextDouble() / 5,
                random.nextDouble() / 5,
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble() / 50,
                8.25);
    }

    /** A query of five words, a separator, and the rest of the words many times. */
    private static ShownText text(String id, SplittableRandom random) {
        List<String> tokens =
                Stream.of(
                                WORDS.subList(0, 5),
                                List.of(ShownText.SEPARATOR),
                                Collections.nCopies(9, WORDS).stream()
                                        .flatMap(List::stream)
                                        .toList())
                        .flatMap(List::stream)
                        .toList();
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        List<Boolean> marked = new ArrayList<>();
        for (String method : List.of("gradient", "integrated-gradients", "smooth-grad")) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                values.add(i == 5 ? 0 : 2 * random.nextDouble() - 1);
            }
            scores.put(method, values);
        }
        for (int i = 0; i < tokens.size(); i++) {
            marked.add(i > 7 && i < 12);
        }
        return new ShownText(id, tokens, 500, "POS", "NEG", 0.731, scores, marked);
    }

    private static Provenance provenance() {
        return new Provenance(
                "0.0.0-made-up",
                "1.0.0-M2.1",
                "CpuBackend",
                "OpenJDK 64-Bit Server VM 17",
                "Linux amd64",
                2,
                7L,
                List.of("salient4j", "reproduce", "table-1", "--out", "made up"),
                "2001-02-03T04:05:06Z");
    }
}
