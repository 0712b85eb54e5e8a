package org.salient4j.framework.text.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.generated.CorpusSizes;
import org.salient4j.framework.text.generated.GeneratedClaims;

class TfIdfClassifierTest {
    private static final List<TextExample> TRAIN =
            List.of(
                    text("a fine film , a fine cast", 2),
                    text("dull and slow film", 0),
                    text("slow but fine", 1),
                    text("fine cast", 2),
                    text("dull cast , dull film", 0),
                    text("fine film but dull end", 1),
                    text("A FINE end", 2),
                    text("slow slow slow end", 0),
                    text("dull but fine cast", 1));

    @Test
    void should_answer_as_scikit_learn() {
        // TfidfVectorizer(min_df=2, sublinear_tf=True), LogisticRegression(C=10), 1.9.1.
        TfIdfClassifier classifier = TfIdfClassifier.fit(TRAIN, 3, new TfIdfOptions());
        double[][] probabilities =
                classifier.probabilities(
                        List.of(
                                text("a fine film", 0),
                                text("slow and dull", 0),
                                text("nothing known here", 0),
                                text("fine but slow , slow end", 0)));
        double[][] expected = {
            {0.08015564533368946, 0.08379004284551116, 0.8360543118207995},
            {0.8920814863791517, 0.08916053533962874, 0.01875797828121933},
            {0.436897557354161, 0.21314702438768598, 0.3499554182581529},
            {0.4274986568821297, 0.44755075965818125, 0.12495058345968899}
        };
        assertThat(classifier.features()).isEqualTo(9);
        for (int i = 0; i < expected.length; i++) {
            assertThat(probabilities[i]).containsExactly(expected[i], within(2e-6));
        }
    }

    @Test
    void should_answer_an_empty_text_with_the_bias() {
        TfIdfClassifier classifier = TfIdfClassifier.fit(TRAIN, 3, new TfIdfOptions());
        double[] empty = classifier.probabilities(List.of(TRAIN.get(0).keeping()))[0];
        assertThat(empty)
                .isEqualTo(classifier.probabilities(List.of(text("nothing known here", 0)))[0]);
        assertThat(Arrays.stream(empty).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void should_learn_what_the_words_give_away_and_no_more() {
        Corpus claims =
                new GeneratedClaims(0, 4).generate(new CorpusSizes(200, 20, 100), Seed.of(3));
        assertThat(accuracy(claims)).isOne();
        // The claims turn round half of the articles' words: a bag of words is helpless.
        Corpus turned =
                new GeneratedClaims(0.5, 4).generate(new CorpusSizes(400, 20, 400), Seed.of(3));
        assertThat(accuracy(turned)).isBetween(0.35, 0.65);
    }

    @Test
    void should_refuse_texts_without_a_common_word() {
        List<TextExample> apart = List.of(text("a", 0), text("b", 1));
        assertThatThrownBy(() -> TfIdfClassifier.fit(apart, 2, new TfIdfOptions()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("no word is in 2 of the 2 texts: lower minimumTexts");
        assertThatThrownBy(() -> new TfIdfOptions(2, 0))
                .hasMessage("strength must be finite and above 0, was 0.0");
    }

    private static double accuracy(Corpus corpus) {
        return TfIdfClassifier.fit(corpus.train(), 2, new TfIdfOptions()).accuracy(corpus.test());
    }

    private static TextExample text(String words, int label) {
        return TextExample.of(words, List.of(words.split(" ")), label);
    }
}
