package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Compares gradients with central differences: along random directions, which every entry has a
 * part in, and at single entries.
 */
final class GradientCheck {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;
    private static final int DIRECTIONS = 3;
    private static final int ENTRIES = 8;
    private static final int MANY_PARAMETERS = 40;

    private GradientCheck() {}

    /**
     * Checks the input and every parameter of a tower in double; of deep networks along one
     * direction each, since every check runs the whole network.
     */
    static void run(TestTower tower, INDArray x, RandomGenerator random) {
        INDArray weights = normal(random, tower.output(x).shape());
        Map<String, INDArray> gradients = tower.gradients(x, weights);
        boolean deep = gradients.size() > MANY_PARAMETERS;
        gradients.forEach(
                (name, gradient) -> {
                    INDArray source = name.equals("x") ? x : tower.parameters().get(name);
                    DoubleSupplier loss = () -> tower.loss(x, weights);
                    check(
                            name,
                            source,
                            gradient,
                            loss,
                            random,
                            deep ? 1 : DIRECTIONS,
                            deep ? 0 : ENTRIES);
                });
    }

    /** Checks one gradient; the source is moved in place and restored. */
    static void check(
            String name,
            INDArray source,
            INDArray gradient,
            DoubleSupplier loss,
            RandomGenerator random) {
        check(name, source, gradient, loss, random, DIRECTIONS, ENTRIES);
    }

    private static void check(
            String name,
            INDArray source,
            INDArray gradient,
            DoubleSupplier loss,
            RandomGenerator random,
            int directions,
            int entries) {
        INDArray start = source.dup('c');
        double scale = Math.max(gradient.norm2Number().doubleValue(), 1e-3);
        for (int i = 0; i < directions; i++) {
            INDArray direction = normal(random, source.shape());
            direction.divi(direction.norm2Number());
            compare(name, source, start, direction, gradient, loss, scale);
        }
        for (int i = 0; i < entries; i++) {
            INDArray direction = Nd4j.zeros(DataType.DOUBLE, source.shape());
            direction.putScalar(random.nextLong(source.length()), 1);
            compare(name, source, start, direction, gradient, loss, scale);
        }
    }

    private static void compare(
            String name,
            INDArray source,
            INDArray start,
            INDArray direction,
            INDArray gradient,
            DoubleSupplier loss,
            double scale) {
        double actual = gradient.mul(direction).sumNumber().doubleValue();
        double expected = slope(source, start, direction, STEP, loss);
        if (Math.abs(actual - expected) / scale >= TOLERANCE) {
            // A kink (ReLU, maximum) within the step; it need not lie within a shorter one.
            expected = slope(source, start, direction, STEP / 20, loss);
        }
        assertThat(Math.abs(actual - expected) / scale)
                .as("gradient of %s: %s by the graph, %s by differences", name, actual, expected)
                .isLessThan(TOLERANCE);
    }

    private static double slope(
            INDArray source, INDArray start, INDArray direction, double step, DoubleSupplier loss) {
        source.assign(start.add(direction.mul(step)));
        double up = loss.getAsDouble();
        source.assign(start.sub(direction.mul(step)));
        double down = loss.getAsDouble();
        source.assign(start);
        return (up - down) / (2 * step);
    }

    /** Standard normal numbers. */
    static INDArray normal(RandomGenerator random, long... shape) {
        int length = 1;
        for (long size : shape) {
            length *= (int) size;
        }
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextGaussian();
        }
        return Nd4j.create(values, shape, 'c').castTo(DataType.DOUBLE);
    }
}
