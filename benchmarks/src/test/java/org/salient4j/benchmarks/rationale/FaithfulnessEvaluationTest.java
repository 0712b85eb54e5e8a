package org.salient4j.benchmarks.rationale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;

class FaithfulnessEvaluationTest {
    private final WordCounter classifier = new WordCounter();

    @Test
    void should_erase_the_top_tokens_and_all_others() {
        TextExample text = text("a", "the", "great", "old", "bad", "good", "film", "of", "it");
        TokenScores scores = new TokenScores(new double[] {0, 9, 2, -1, 5, 3, 1, 0});
        // Whole: (1 + 3) / (2 + 4) = 2/3. Half of 8 is 4 tokens: great, good, film, old.
        Faithfulness result =
                new FaithfulnessEvaluation(classifier, new TokenBins(0.1, 0.5))
                        .of(List.of(text), List.of(scores));
        assertThat(result.comprehensivenessByBin()[0])
                .containsExactly(new double[] {2d / 3 - 2d / 4, 2d / 3 - 1d / 3}, within(1e-15));
        assertThat(result.sufficiencyByBin()[0])
                .containsExactly(new double[] {2d / 3 - 3d / 4, 2d / 3 - 4d / 5}, within(1e-15));
        assertThat(classifier.calls.get(0))
                .extracting(left -> String.join(" ", left.tokens()))
                .containsExactly(
                        "the great old bad good film of it",
                        "the old bad good film of it",
                        "great",
                        "the bad of it",
                        "great old good film");
    }

    @Test
    void should_leave_the_query_alone() {
        TextExample text =
                new TextExample(
                        "q",
                        List.of("good", "film", "?", "bad", "bad"),
                        0,
                        List.of(
                                new TextPart(TextPart.Role.QUERY, "query", 0, 3),
                                new TextPart(TextPart.Role.DOCUMENT, "d", 3, 5)),
                        null);
        TokenScores scores = new TokenScores(new double[] {100, 100, Double.NaN, 0, 1});
        new FaithfulnessEvaluation(classifier, new TokenBins(0.5, 1))
                .of(List.of(text), List.of(scores));
        assertThat(classifier.calls.get(0))
                .extracting(left -> String.join(" ", left.tokens()))
                .containsExactly(
                        "good film ? bad bad",
                        "good film ? bad",
                        "good film ? bad",
                        "good film ?",
                        "good film ? bad bad");
    }

    @Test
    void should_ask_about_an_empty_text_when_the_only_token_is_erased() {
        Faithfulness result =
                new FaithfulnessEvaluation(classifier)
                        .of(List.of(text("one", "good")), List.of(scores(1)));
        assertThat(result.comprehensiveness().mean()).isCloseTo(2d / 3 - 0.5, within(1e-15));
        assertThat(result.sufficiency().mean()).isZero();
    }

    @Test
    void should_skip_a_text_without_tokens_and_keep_the_others_in_place() {
        List<TextExample> texts = List.of(text("a", "good"), text("none"), text("b", "bad", "x"));
        Faithfulness result =
                new FaithfulnessEvaluation(classifier)
                        .of(texts, List.of(scores(1), scores(), scores(1, 0)));
        assertThat(result.comprehensiveness().perSample()[0]).isCloseTo(1d / 6, within(1e-15));
        assertThat(result.comprehensiveness().perSample()[1]).isNaN();
        assertThat(result.comprehensiveness().perSample()[2]).isCloseTo(1d / 6, within(1e-15));
        assertThat(result.comprehensiveness().skipped()).isEqualTo(1);
    }

    @Test
    void should_ask_many_texts_in_few_calls_with_the_same_result() {
        List<TextExample> texts =
                IntStream.range(0, 150)
                        .mapToObj(
                                i -> text("t" + i, i % 2 == 0 ? "good" : "bad", "x", "great", "y"))
                        .toList();
        List<TokenScores> scores =
                texts.stream().map(text -> TokenScores.random(text, Seed.of(3))).toList();
        Faithfulness together = new FaithfulnessEvaluation(classifier).of(texts, scores);
        assertThat(classifier.calls).hasSize(3);
        for (int i : new int[] {0, 63, 64, 149}) {
            Faithfulness alone =
                    new FaithfulnessEvaluation(classifier)
                            .of(List.of(texts.get(i)), List.of(scores.get(i)));
            assertThat(together.sufficiencyByBin()[i]).isEqualTo(alone.sufficiencyByBin()[0]);
        }
    }

    @Test
    void should_put_the_classifier_s_own_words_above_random_scores() {
        List<TextExample> texts =
                IntStream.range(0, 60).mapToObj(i -> text("t" + i, shuffled(i))).toList();
        List<TokenScores> own =
                texts.stream()
                        .map(
                                text ->
                                        scores(
                                                text.tokens().stream()
                                                        .mapToDouble(t -> t.length() > 1 ? 1 : 0)
                                                        .toArray()))
                        .toList();
        List<TokenScores> random =
                texts.stream().map(text -> TokenScores.random(text, Seed.of(5))).toList();
        FaithfulnessEvaluation evaluation = new FaithfulnessEvaluation(classifier);
        Faithfulness best = evaluation.of(texts, own);
        Faithfulness chance = evaluation.of(texts, random);
        assertThat(best.comprehensiveness().mean())
                .isGreaterThan(chance.comprehensiveness().mean() + 0.05);
        assertThat(best.sufficiency().mean()).isLessThan(chance.sufficiency().mean() - 0.05);
    }

    @Test
    void should_refuse_scores_that_do_not_fit_or_are_not_finite() {
        FaithfulnessEvaluation evaluation = new FaithfulnessEvaluation(classifier);
        assertThatThrownBy(() -> evaluation.of(List.of(text("a", "x", "y")), List.of(scores(1))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("'a' has 2 tokens but 1 scores");
        assertThatThrownBy(
                        () -> evaluation.of(List.of(text("a", "x")), List.of(scores(Double.NaN))))
                .hasMessage("the score of token 0 of 'a' must be finite, was NaN");
        assertThatThrownBy(() -> evaluation.of(List.of(), List.of()))
                .isInstanceOf(InvalidInputException.class);
    }

    private static String[] shuffled(int i) {
        String[] words = Stream.generate(() -> "x").limit(20).toArray(String[]::new);
        words[i % 20] = "great";
        words[(i * 7 + 3) % 20] = "good";
        return words;
    }

    private static TextExample text(String id, String... tokens) {
        return TextExample.of(id, List.of(tokens), 0);
    }

    private static TokenScores scores(double... values) {
        return new TokenScores(values);
    }
}
