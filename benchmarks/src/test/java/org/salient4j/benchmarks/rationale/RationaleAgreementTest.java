package org.salient4j.benchmarks.rationale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.metrics.Direction;
import org.salient4j.benchmarks.metrics.Scores;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.Rationale;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

class RationaleAgreementTest {

    @Test
    void should_match_a_span_at_half_overlap_and_not_below() {
        List<TextExample> texts = List.of(text(10, span(2, 6)));
        assertThat(new IouF1().of(texts, List.of(List.of(span(4, 6)))).micro().f1()).isOne();
        assertThat(new IouF1().of(texts, List.of(List.of(span(4, 7)))).micro().f1()).isZero();
        assertThat(new IouF1(0.4).of(texts, List.of(List.of(span(4, 7)))).micro().f1()).isOne();
    }

    @Test
    void should_count_tokens_by_hand() {
        // Truth 2..5, guess 4..6: two of three right, two of four found.
        RationaleAgreement agreement =
                TokenF1.of(List.of(text(10, span(2, 6))), List.of(List.of(span(4, 7))));
        assertThat(agreement.micro().precision()).isCloseTo(2d / 3, within(1e-15));
        assertThat(agreement.micro().recall()).isEqualTo(0.5);
        assertThat(agreement.micro().f1()).isCloseTo(4d / 7, within(1e-15));
        assertThat(agreement.macro()).isEqualTo(agreement.micro());
    }

    @Test
    void should_count_evidence_of_no_token_as_a_span_that_nothing_finds() {
        List<TextExample> texts = List.of(text(10, span(2, 6), span(7, 7)));
        List<List<TokenSpan>> perfect = List.of(List.of(span(2, 6)));
        assertThat(new IouF1().of(texts, perfect).micro().recall()).isEqualTo(0.5);
        assertThat(TokenF1.of(texts, perfect).micro().recall()).isOne();
    }

    @Test
    void should_skip_texts_whose_rationale_is_not_known_and_count_those_where_nothing_is_marked() {
        TextExample unknown = TextExample.of("u", List.of("x", "y"), 0);
        TextExample nothing =
                new TextExample("n", unknown.tokens(), 0, unknown.parts(), Rationale.of());
        List<TextExample> texts = List.of(unknown, nothing, text(10, span(2, 6)));
        List<List<TokenSpan>> guess =
                List.of(List.of(span(0, 1)), List.of(span(0, 1)), List.of(span(2, 6)));
        RationaleAgreement agreement = TokenF1.of(texts, guess);
        assertThat(agreement.skipped()).isEqualTo(1);
        assertThat(agreement.macro().precision()).isEqualTo(0.5);
        assertThat(agreement.micro().precision()).isEqualTo(0.8);

        Scores areas =
                TokenAuprc.of(
                        texts,
                        List.of(scores(1, 0), scores(1, 0), scores(0, 0, 1, 1, 1, 1, 0, 0, 0, 0)));
        assertThat(areas.perSample()).containsExactly(Double.NaN, Double.NaN, 1);
    }

    @Test
    void should_take_the_trapezoidal_area_by_hand() {
        // Ranking: false, true, true, false. Points (0, 1), (0, 0), (1/2, 1/2), (1, 2/3), (1, 1/2).
        Scores area = TokenAuprc.of(List.of(text(4, span(1, 3))), List.of(scores(4, 3, 2, 1)));
        assertThat(area.mean())
                .isCloseTo(0.5 * (0 + 0.5) / 2 + 0.5 * (0.5 + 2d / 3) / 2, within(1e-15));
    }

    @Test
    void should_let_equal_scores_enter_together() {
        // One step from (0, 1) to (1, 1/2).
        Scores area = TokenAuprc.of(List.of(text(4, span(1, 3))), List.of(scores(1, 1, 1, 1)));
        assertThat(area.mean()).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void should_choose_the_top_share_and_join_neighbours_within_a_document() {
        TextExample pair =
                new TextExample(
                        "p",
                        List.of("a", "b", "c", "d", "e", "f"),
                        0,
                        List.of(
                                new TextPart(TextPart.Role.QUERY, "q", 0, 1),
                                new TextPart(TextPart.Role.DOCUMENT, "d1", 1, 3),
                                new TextPart(TextPart.Role.DOCUMENT, "d2", 3, 6)),
                        null);
        assertThat(new HardRationales(0.6).of(pair, scores(9, 1, 5, 6, 7, 0)))
                .containsExactly(span(2, 3), span(3, 5));
        // Of equal scores the earlier token is chosen.
        assertThat(new HardRationales(0.2).of(pair, scores(9, 1, 1, 1, 1, 1)))
                .containsExactly(span(1, 2));
    }

    @Test
    void should_take_the_mean_share_that_people_marked() {
        List<TextExample> texts =
                List.of(
                        text(10, span(2, 6)),
                        text(4, span(0, 1), span(0, 2)),
                        text(4),
                        TextExample.of("u", List.of("x"), 0));
        assertThat(HardRationales.meanShare(texts)).isCloseTo(0.45, within(1e-15));
        assertThatThrownBy(() -> HardRationales.meanShare(texts.subList(2, 4)))
                .hasMessage("none of the texts has a rationale");
    }

    @Test
    void should_draw_random_scores_by_the_name_of_the_text() {
        TextExample a = TextExample.of("a", List.of("x", "y", "z"), 0);
        TextExample b = TextExample.of("b", List.of("x", "y", "z"), 0);
        assertThat(TokenScores.random(a, Seed.of(1))).isEqualTo(TokenScores.random(a, Seed.of(1)));
        assertThat(TokenScores.random(a, Seed.of(1)))
                .isNotEqualTo(TokenScores.random(b, Seed.of(1)))
                .isNotEqualTo(TokenScores.random(a, Seed.of(2)));
    }

    @Test
    void should_refuse_a_span_across_two_documents() {
        TextExample pair =
                new TextExample(
                        "p",
                        List.of("a", "b"),
                        0,
                        List.of(
                                new TextPart(TextPart.Role.DOCUMENT, "d1", 0, 1),
                                new TextPart(TextPart.Role.DOCUMENT, "d2", 1, 2)),
                        Rationale.of(span(0, 1)));
        assertThatThrownBy(() -> TokenF1.of(List.of(pair), List.of(List.of(span(0, 2)))))
                .hasMessageContaining("does not lie in one document of 'p'");
    }

    @Test
    void should_say_which_direction_is_better() {
        assertThat(RationaleMetric.SUFFICIENCY.descriptor().direction()).isEqualTo(Direction.LOWER);
        for (RationaleMetric metric : RationaleMetric.values()) {
            if (metric != RationaleMetric.SUFFICIENCY) {
                assertThat(metric.descriptor().direction()).isEqualTo(Direction.HIGHER);
            }
        }
    }

    private static TextExample text(int tokens, TokenSpan... spans) {
        List<String> words = IntStream.range(0, tokens).mapToObj(i -> "w" + i).toList();
        TextExample plain = TextExample.of("t" + tokens, words, 0);
        return new TextExample(plain.id(), words, 0, plain.parts(), Rationale.of(spans));
    }

    private static TokenSpan span(int start, int end) {
        return new TokenSpan(start, end);
    }

    private static TokenScores scores(double... values) {
        return new TokenScores(values);
    }
}
