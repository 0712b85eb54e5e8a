package org.salient4j.benchmarks.report.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.language.Language;
import org.salient4j.benchmarks.language.LanguageCell;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.language.WordMapScore;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Verdict;

class LanguageClaimsTest {
    private static final double[] NOISE = {0.001, -0.002, 0.0015, 0};

    /** Comprehensiveness .10, of random scores .05; guided training adds to it. */
    private static LanguageClaims claims(int seeds, double gain, double accuracyGain) {
        Language experiment =
                new Language(
                        "generated-claims",
                        "glove-6b-50d",
                        List.of(LanguageTraining.STANDARD, LanguageTraining.SALIENCY_GUIDED),
                        null,
                        seeds,
                        true,
                        Map.of());
        List<CellResult<LanguageCell, LanguageResult>> results = new ArrayList<>();
        for (LanguageCell cell : experiment.cells()) {
            boolean guided = cell.training().guided();
            double noise = NOISE[(int) cell.seed() - 1] * (guided ? 1 : -1);
            List<WordMapScore> scores = new ArrayList<>();
            scores.add(score("random", "", 0.05 - noise, 0.05));
            for (String method : List.of("gradient", "integrated-gradients", "smooth-grad")) {
                double here = 0.1 + noise + (guided ? gain : 0);
                scores.add(score(method, "sum", here, 0.3 - here));
            }
            results.add(
                    new CellResult<>(
                            "key",
                            Language.NAME,
                            cell,
                            result(0.8 + noise + (guided ? accuracyGain : 0), scores),
                            1,
                            null));
        }
        return new LanguageClaims(
                new LanguageGroups(
                        new ReportedRun<>(
                                ExperimentCard.of(experiment),
                                experiment.cells(),
                                results,
                                List.of(),
                                List.of())));
    }

    private static WordMapScore score(String method, String score, double c, double s) {
        return new WordMapScore(method, score, 10, c, s, null, null, null, 1);
    }

    private static LanguageResult result(double accuracy, List<WordMapScore> scores) {
        return new LanguageResult(
                "made up", "", false, 0.6, accuracy, 0.5, accuracy, 1, 1, null, 10, 100, 5, 1, null,
                scores, List.of(), List.of());
    }

    @Test
    void should_hold_a_claim_that_all_methods_and_seeds_bear_out() {
        LanguageClaims claims = claims(4, 0.05, 0);
        assertThat(claims.scores()).containsExactly("sum");
        for (LanguageClaim claim : LanguageClaim.values()) {
            assertThat(claims.judge(claim, "sum").outcome())
                    .as("%s", claim)
                    .isEqualTo(Outcome.HELD);
        }
    }

    @Test
    void should_not_hold_a_claim_that_they_contradict() {
        LanguageClaims claims = claims(4, -0.05, -0.06);
        assertThat(claims.judge(LanguageClaim.COMPREHENSIVENESS, "sum").outcome())
                .isEqualTo(Outcome.NOT_HELD);
        assertThat(claims.judge(LanguageClaim.SUFFICIENCY, "sum").outcome())
                .isEqualTo(Outcome.NOT_HELD);
        assertThat(claims.judge(LanguageClaim.ACCURACY, "").outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(claims.judge(LanguageClaim.RANDOM, "sum").outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void should_decide_nothing_by_two_seeds_or_without_a_difference() {
        assertThat(claims(2, 0.05, 0).judge(LanguageClaim.COMPREHENSIVENESS, "sum").outcome())
                .isEqualTo(Outcome.UNDECIDED);
        assertThat(claims(4, 0, 0).judge(LanguageClaim.COMPREHENSIVENESS, "sum").outcome())
                .isEqualTo(Outcome.UNDECIDED);
        assertThat(claims(4, 0, 0).judge(LanguageClaim.COMPREHENSIVENESS, "dot").outcome())
                .isEqualTo(Outcome.NOT_MEASURED);
    }

    @Test
    void should_ask_networks_that_did_not_learn_for_their_accuracy_alone() {
        LanguageClaims claims = claims(4, 0.05, -0.25);
        Verdict verdict = claims.judge(LanguageClaim.COMPREHENSIVENESS, "sum");
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.reason()).isEqualTo("0 of 3 seeds needed, of networks that learned");
        assertThat(claims.judge(LanguageClaim.ACCURACY, "").outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(claims.judge(LanguageClaim.RANDOM, "sum").outcome()).isEqualTo(Outcome.HELD);
    }
}
