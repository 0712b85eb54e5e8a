package org.salient4j.benchmarks.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PublishedImagesTest {

    @Test
    void should_know_the_tables() {
        assertThat(
                        PublishedImages.accuracy(
                                "mnist", "mnist-cnn", PublishedImages.Training.TRADITIONAL))
                .hasValueCloseTo(0.994, within(1e-12));
        assertThat(
                        PublishedImages.accuracy(
                                "mnist", "mnist-cnn", PublishedImages.Training.SALIENCY_GUIDED))
                .hasValueCloseTo(0.993, within(1e-12));
        assertThat(
                        PublishedImages.accuracy(
                                "mnist", "mnist-cnn", PublishedImages.Training.FINE_TUNED))
                .isEmpty();
        assertThat(PublishedImages.area("mnist", "mnist-cnn", PublishedImages.Training.TRADITIONAL))
                .hasValue(3360.4);
        assertThat(PublishedImages.area("mnist", "mnist-cnn", PublishedImages.Training.FINE_TUNED))
                .hasValue(2258.8);
        assertThat(
                        PublishedImages.area(
                                "mnist", "mnist-cnn", PublishedImages.Training.SALIENCY_GUIDED))
                .hasValue(1817.6);
        assertThat(
                        PublishedImages.area(
                                "fashion-mnist", "mnist-cnn", PublishedImages.Training.TRADITIONAL))
                .isEmpty();
        assertThat(
                        PublishedImages.area(
                                "mnist", "tcn/mnist-series", PublishedImages.Training.TRADITIONAL))
                .isEmpty();
    }
}
