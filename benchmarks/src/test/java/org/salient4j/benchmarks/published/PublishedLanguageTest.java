package org.salient4j.benchmarks.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishedLanguageTest {

    @Test
    void should_have_the_papers_numbers() {
        assertThat(
                        PublishedLanguage.find(
                                "Movies",
                                "integrated-gradients",
                                true,
                                PublishedLanguage.COMPREHENSIVENESS))
                .hasValue(0.306);
        assertThat(
                        PublishedLanguage.find(
                                "e-SNLI", "smooth-grad", false, PublishedLanguage.SUFFICIENCY))
                .hasValue(0.476);
        assertThat(PublishedLanguage.find("FEVER", "", true, PublishedLanguage.ACCURACY))
                .hasValue(0.7255);
        for (boolean guided : new boolean[] {false, true}) {
            assertThat(
                            PublishedLanguage.find(
                                    "Movies",
                                    PublishedLanguage.RANDOM,
                                    guided,
                                    PublishedLanguage.SUFFICIENCY))
                    .hasValue(0.294);
        }
    }

    @Test
    void should_have_every_number_of_table_1_and_the_accuracies() {
        for (String corpus : PublishedLanguage.CORPORA) {
            for (boolean guided : new boolean[] {false, true}) {
                for (String method :
                        new String[] {
                            "gradient", "integrated-gradients", "smooth-grad", "random"
                        }) {
                    assertThat(
                                    PublishedLanguage.find(
                                            corpus,
                                            method,
                                            guided,
                                            PublishedLanguage.COMPREHENSIVENESS))
                            .isPresent();
                }
                assertThat(PublishedLanguage.find(corpus, "", guided, PublishedLanguage.ACCURACY))
                        .isPresent();
            }
        }
        assertThat(PublishedLanguage.find("", "gradient", true, "comprehensiveness")).isEmpty();
    }

    @Test
    void should_know_what_share_was_masked() {
        assertThat(PublishedLanguage.maskedFraction("Movies")).isEqualTo(0.6);
        assertThat(PublishedLanguage.maskedFraction("FEVER")).isEqualTo(0.8);
        assertThat(PublishedLanguage.maskedFraction("e-SNLI")).isEqualTo(0.7);
        assertThat(PublishedLanguage.maskedFraction("")).isEqualTo(0.6);
    }
}
