package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.GraphModel;

/** On classifiers whose Jacobian is known, since it is their weights. */
class InvertedGradientTest {
    private static final int STEPS = 2;

    /** Logits z = J flatten(x) of inputs [2, cells / 2]. */
    private static DifferentiableModel classifier(double[][] jacobian) {
        int cells = jacobian[0].length;
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, STEPS, cells / STEPS);
        SDVariable w = graph.var("w", Nd4j.createFromArray(jacobian).transpose().dup('c'));
        x.reshape(-1, cells).mmul("z", w);
        return GraphModel.of(graph, "x", "z", jacobian.length);
    }

    /** The maps of every class, as the columns of a matrix [cells, C]. */
    private static RealMatrix maps(double[][] jacobian) {
        int classes = jacobian.length;
        int cells = jacobian[0].length;
        INDArray x = Nd4j.ones(DataType.DOUBLE, classes, STEPS, cells / STEPS);
        int[] targets = new int[classes];
        Arrays.setAll(targets, y -> y);
        INDArray maps =
                new InvertedGradient()
                        .attribute(classifier(jacobian), x, targets, Seed.of(1))
                        .values();
        double[] values = HostArray.doubles(maps);
        RealMatrix columns = new Array2DRowRealMatrix(cells, classes);
        for (int y = 0; y < classes; y++) {
            columns.setColumn(y, Arrays.copyOfRange(values, y * cells, (y + 1) * cells));
        }
        return columns;
    }

    static Stream<Arguments> inverses() {
        return Stream.of(
                Arguments.of(
                        "rows at right angles",
                        new double[][] {{1, 0, 0, 1}, {0, 2, 0, 0}},
                        new double[][] {{0.5, 0}, {0, 0.5}, {0, 0}, {0.5, 0}}),
                Arguments.of(
                        "as many classes as cells",
                        new double[][] {{1, 1}, {0, 1}},
                        new double[][] {{1, -1}, {0, 1}}),
                Arguments.of(
                        "logits that mirror each other, of rank 1",
                        new double[][] {{1, 2}, {-1, -2}},
                        new double[][] {{0.1, -0.1}, {0.2, -0.2}}),
                Arguments.of(
                        "a class that sees nothing",
                        new double[][] {{2, 0}, {0, 0}, {0, 4}},
                        new double[][] {{0.5, 0, 0}, {0, 0, 0.25}}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inverses")
    void should_give_each_class_its_column_of_the_inverse(
            String name, double[][] jacobian, double[][] inverse) {
        RealMatrix difference = maps(jacobian).subtract(new Array2DRowRealMatrix(inverse));
        assertThat(difference.getFrobeniusNorm()).isLessThan(1e-12);
    }

    @Test
    void should_obey_moore_and_penrose_on_more_cells_than_classes() {
        double[][] rows = new double[3][10];
        var random = Seed.of(5).random();
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        RealMatrix a = new Array2DRowRealMatrix(rows);

        RealMatrix p = maps(rows);

        RealMatrix ap = a.multiply(p);
        RealMatrix pa = p.multiply(a);
        assertSame(ap.multiply(a), a);
        assertSame(pa.multiply(p), p);
        assertSame(ap.transpose(), ap);
        assertSame(pa.transpose(), pa);
    }

    @Test
    void should_not_depend_on_the_samples_beside_one() {
        double[][] jacobian = {{1, 2, 3, 4}, {0, 1, -1, 2}, {2, 2, 0, 1}};
        RealMatrix alone = maps(jacobian);
        INDArray x = Nd4j.ones(DataType.DOUBLE, 4, STEPS, 2);
        int[] targets = {2, 0, 2, 1};

        double[] together =
                HostArray.doubles(
                        new InvertedGradient()
                                .attribute(classifier(jacobian), x, targets, Seed.of(1))
                                .values());

        for (int b = 0; b < targets.length; b++) {
            assertThat(Arrays.copyOfRange(together, 4 * b, 4 * b + 4))
                    .containsExactly(alone.getColumn(targets[b]), within(1e-12));
        }
    }

    private static void assertSame(RealMatrix actual, RealMatrix expected) {
        assertThat(actual.subtract(expected).getFrobeniusNorm()).isLessThan(1e-12);
    }
}
