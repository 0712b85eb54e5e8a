package org.salient4j.benchmarks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

class NearestNeighboursTest {

    private static INDArray column(double... values) {
        return Nd4j.createFromArray(values).reshape(values.length, 1);
    }

    @Test
    void should_average_the_labels_of_the_nearest() {
        INDArray embedding = column(0, 1, 2, 10, 11, 1.2, 9.9, 40);
        INDArray labels = column(1, 2, 3, 20, 22, 2, 25, 30);
        Decoding decoding =
                new NearestNeighbours(2, NeighbourDistance.EUCLIDEAN)
                        .decode(embedding, labels, new TimeSplit(.625, 0));
        // 1.2 is near 1 and 2: 2.5; 9.9 and 40 near 10 and 11: 21. Errors 0.5, 4, 9.
        assertThat(decoding.trainSamples()).isEqualTo(5);
        assertThat(decoding.testSamples()).isEqualTo(3);
        assertThat(decoding.medianError()).isEqualTo(4);
        assertThat(decoding.medianAbsoluteErrors()).containsExactly(4);
        double total = 17 * 17 + 6 * 6 + 11 * 11;
        assertThat(decoding.meanR2()).isCloseTo(1 - 97.25 / total, within(1e-14));
    }

    @Test
    void should_measure_angles_on_the_sphere() {
        INDArray embedding =
                Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {50, 49}, {9, 1}});
        INDArray labels = column(1, 2, 3, 1.5);
        TimeSplit split = new TimeSplit(.75, 0);
        assertThat(
                        new NearestNeighbours(1, NeighbourDistance.COSINE)
                                .decode(embedding, labels, split)
                                .medianError())
                .isEqualTo(.5);
        // In the plane too, but (0, 1) would come before (50, 49), and of two the mean is 1.5.
        assertThat(
                        new NearestNeighbours(2, NeighbourDistance.EUCLIDEAN)
                                .decode(embedding, labels, split)
                                .medianError())
                .isZero();
        assertThat(
                        new NearestNeighbours(2, NeighbourDistance.COSINE)
                                .decode(embedding, labels, split)
                                .medianError())
                .isEqualTo(.5);
    }

    @ParameterizedTest
    @EnumSource(NeighbourDistance.class)
    void should_take_the_earlier_of_equally_near_samples(NeighbourDistance distance) {
        INDArray embedding = column(5, 5, 5, 5, 5);
        INDArray labels = column(1, 3, 100, 2, 4);
        Decoding decoding =
                new NearestNeighbours(2, distance).decode(embedding, labels, new TimeSplit(.6, 0));
        assertThat(decoding.medianError()).isEqualTo(1);
        assertThat(decoding.medianAbsoluteErrors()).containsExactly(1);
    }

    @Test
    void should_leave_out_the_samples_of_the_gap() {
        INDArray embedding = column(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Decoding decoding =
                new NearestNeighbours(1, NeighbourDistance.EUCLIDEAN)
                        .decode(embedding, embedding, new TimeSplit(.5, 2));
        assertThat(decoding.testSamples()).isEqualTo(3);
        assertThat(decoding.medianError()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(NeighbourDistance.class)
    void should_agree_with_the_reference(NeighbourDistance distance) {
        for (int k : new int[] {1, 5}) {
            Decoding decoding =
                    new NearestNeighbours(k, distance)
                            .decode(Golden.sample("f"), Golden.sample("z"), new TimeSplit(.7, 10));
            String name =
                    "knn:"
                            + (distance == NeighbourDistance.COSINE ? "cosine " : "euclidean ")
                            + k
                            + " ";
            assertThat(decoding.trainSamples()).isEqualTo(140);
            assertThat(decoding.testSamples()).isEqualTo(50);
            assertGolden(decoding.medianError(), name + "median error");
            assertGolden(decoding.meanR2(), name + "r2");
            for (int label = 0; label < 6; label++) {
                assertGolden(
                        decoding.medianAbsoluteErrors()[label], name + "median absolute " + label);
                assertGolden(decoding.r2()[label], name + "r2 " + label);
            }
        }
    }

    @Test
    void should_have_no_r2_for_a_label_that_stays_the_same() {
        INDArray embedding = column(0, 1, 2, 3);
        Decoding decoding =
                new NearestNeighbours(1, NeighbourDistance.EUCLIDEAN)
                        .decode(embedding, column(1, 2, 5, 5), new TimeSplit(.5, 0));
        assertThat(decoding.meanR2()).isNaN();
        assertThat(decoding.medianError()).isEqualTo(3);
    }

    @Test
    void should_refuse_what_cannot_be_split_or_decoded() {
        INDArray embedding = column(0, 1, 2, 3);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new NearestNeighbours(3, NeighbourDistance.EUCLIDEAN)
                                        .decode(embedding, embedding, new TimeSplit(.5, 0)))
                .withMessage("3 neighbours need as many training samples, had 2");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new TimeSplit(.5, 2).trainSamples(4))
                .withMessage(
                        "a split of 4 samples must leave some on both sides, left 2 to learn from"
                                + " and 0 to test on");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new NearestNeighbours(1, NeighbourDistance.EUCLIDEAN)
                                        .decode(embedding, column(1, 2), new TimeSplit()))
                .withMessage("embedding and labels must hold the same samples, held 4 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSplit(1, 0))
                .withMessage("trainFraction must be in (0, 1), was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NearestNeighbours(0, NeighbourDistance.COSINE))
                .withMessage("neighbours must be at least 1, was 0");
    }

    private static void assertGolden(double value, String quantity) {
        assertThat(value).as(quantity).isCloseTo(Golden.quality(quantity), within(1e-10));
    }
}
