package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

class LinearRegressionTest {

    @Test
    void should_equal_least_squares_with_an_intercept() {
        DifferentiableModel encoder = Encoders.smooth(DataType.DOUBLE);
        INDArray x = Encoders.uniform(31, 40, 6);
        double[][] f = encoder.output(x).toDoubleMatrix();

        EmbeddingAttribution slopes = new LinearRegression().attribute(encoder, x, Seed.of(1));

        assertThat(slopes.values().shape()).containsExactly(1, 4, 6);
        for (int i = 0; i < 6; i++) {
            OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
            ols.newSampleData(x.getColumn(i).toDoubleVector(), f);
            double[] expected = ols.estimateRegressionParameters(); // the intercept first
            for (int c = 0; c < 4; c++) {
                assertThat(slopes.values().getDouble(0, c, i))
                        .isCloseTo(expected[c + 1], within(1e-11));
            }
        }
    }

    @Test
    void should_keep_the_steps_of_a_window() {
        EmbeddingAttribution slopes =
                new LinearRegression()
                        .attribute(
                                Encoders.windowed(DataType.FLOAT),
                                Encoders.uniform(32, 40, 3, 5),
                                Seed.of(1));

        assertThat(slopes.values().shape()).containsExactly(1, 4, 3, 5);
    }

    /** Two equal dimensions: of the solutions the one of least norm, which shares evenly. */
    @Test
    void should_share_between_dimensions_that_say_the_same() {
        INDArray w = Nd4j.createFromArray(new double[][] {{2, 2}});
        DifferentiableModel encoder = Encoders.linear(w, Nd4j.zeros(DataType.DOUBLE, 2));

        EmbeddingAttribution slopes =
                new LinearRegression().attribute(encoder, Encoders.uniform(33, 9, 1), Seed.of(1));

        assertThat(HostArray.doubles(slopes.values()))
                .containsExactly(new double[] {0.25, 0.25}, within(1e-12));
    }

    @Test
    void should_refuse_a_single_sample() {
        assertThatThrownBy(
                        () ->
                                new LinearRegression()
                                        .attribute(
                                                Encoders.smooth(DataType.DOUBLE),
                                                Encoders.uniform(34, 1, 6),
                                                Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a regression needs at least 2 samples, found 1");
    }
}
