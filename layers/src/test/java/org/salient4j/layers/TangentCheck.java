package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every tangent promises, of layers and of networks. */
final class TangentCheck {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-6;
    private static final int DIRECTIONS = 2;
    private static final long DROPS = 3;

    private TangentCheck() {}

    /** The value beside a tangent is the number of the ordinary forward pass, bit for bit. */
    static void equalValues(
            Mode mode,
            long[] inputShape,
            BiFunction<Scope, SDVariable, SDVariable> plain,
            BiFunction<Scope, Dual, Dual> carrying,
            INDArray x) {
        Parameters parameters = parameters();
        TestTower one = new TestTower(parameters, mode, inputShape, plain);
        long count = parameters.count();
        TangentTower two = new TangentTower(parameters, mode, inputShape, carrying);
        assertThat(parameters.count()).isEqualTo(count);
        Nd4j.getRandom().setSeed(DROPS);
        INDArray expected = one.output(x);
        assertThat(two.value(x, direction(x))).isEqualTo(expected);
        if (mode == Mode.EXPLAIN) {
            assertThat(two.both(x, direction(x)).get("y")).isEqualTo(expected);
        }
    }

    /** t = J u, against central differences along u. */
    static void againstDifferences(
            Mode mode, long[] inputShape, BiFunction<Scope, Dual, Dual> carrying, INDArray x) {
        TangentTower tower = new TangentTower(parameters(), mode, inputShape, carrying);
        INDArray u = direction(x);
        INDArray tangent = tower.tangent(x, u);
        assertThat(tangent.amaxNumber().doubleValue()).isPositive();
        double error = error(tower, x, u, tangent, STEP);
        if (error >= TOLERANCE) {
            // A kink (ReLU, maximum) within the step; it need not lie within a shorter one.
            error = Math.min(error, error(tower, x, u, tangent, STEP / 10));
        }
        assertThat(error).isLessThan(TOLERANCE);
    }

    private static double error(
            TangentTower tower, INDArray x, INDArray u, INDArray tangent, double step) {
        INDArray up = tower.both(x.add(u.mul(step)), u).get("y");
        INDArray down = tower.both(x.sub(u.mul(step)), u).get("y");
        return Golden.relativeError(up.sub(down).div(2 * step), tangent);
    }

    /**
     * Half the sum of squared tangents can be differentiated by every parameter: against central
     * differences along directions in which all of them move. With what training drops.
     */
    static void differentiable(
            long[] inputShape, BiFunction<Scope, Dual, Dual> carrying, INDArray x) {
        TangentTower tower = new TangentTower(parameters(), Mode.TRAIN, inputShape, carrying);
        Map<String, INDArray> start = tower.parameters().snapshot();
        if (start.isEmpty()) {
            return;
        }
        INDArray u = direction(x);
        Map<String, INDArray> gradients = tower.gradients(x, u);
        assertThat(gradients).isNotEmpty();
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < DIRECTIONS; i++) {
            Map<String, INDArray> direction = new HashMap<>();
            start.forEach(
                    (name, value) ->
                            direction.put(name, GradientCheck.normal(random, value.shape())));
            double actual = 0;
            double scale = 0;
            for (Map.Entry<String, INDArray> gradient : gradients.entrySet()) {
                INDArray along = direction.get(gradient.getKey());
                actual += gradient.getValue().mul(along).sumNumber().doubleValue();
                scale += gradient.getValue().norm2Number().doubleValue();
            }
            double expected = slope(tower, x, u, start, direction, STEP);
            if (Math.abs(actual - expected) >= TOLERANCE * scale) {
                expected = slope(tower, x, u, start, direction, STEP / 10); // a kink, as above
            }
            assertThat(actual).isCloseTo(expected, within(TOLERANCE * scale));
        }
    }

    private static double slope(
            TangentTower tower,
            INDArray x,
            INDArray u,
            Map<String, INDArray> start,
            Map<String, INDArray> direction,
            double step) {
        double up = moved(tower, start, direction, step).loss(x, u);
        double down = moved(tower, start, direction, -step).loss(x, u);
        moved(tower, start, direction, 0);
        return (up - down) / (2 * step);
    }

    private static TangentTower moved(
            TangentTower tower,
            Map<String, INDArray> start,
            Map<String, INDArray> direction,
            double step) {
        start.forEach(
                (name, value) ->
                        tower.parameters()
                                .get(name)
                                .assign(value.add(direction.get(name).mul(step))));
        return tower;
    }

    /** The way back is the transposed of the way forth: v · (J u) = (vᵀ J) · u. */
    static void transposed(
            long[] inputShape,
            BiFunction<Scope, Dual, Dual> carrying,
            BiFunction<Scope, SDVariable, Pullback> adjoint,
            INDArray x) {
        Parameters parameters = parameters();
        TangentTower forth = new TangentTower(parameters, Mode.EXPLAIN, inputShape, carrying);
        INDArray u = direction(x);
        Map<String, INDArray> forward = forth.both(x, u);
        INDArray v = GradientCheck.normal(new SplittableRandom(18), forward.get("t").shape());
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.placeHolder("x", DataType.DOUBLE, x.shape());
        Pullback back = adjoint.apply(new Scope(graph, parameters, Mode.EXPLAIN), in);
        graph.identity("y", back.value());
        graph.identity("g", back.apply(graph.constant(v)));
        Map<String, INDArray> backward = graph.output(Map.of("x", x), "y", "g");
        assertThat(backward.get("y")).isEqualTo(forward.get("y"));
        assertThat(backward.get("g").shape()).isEqualTo(x.shape());
        double expected = forward.get("t").mul(v).sumNumber().doubleValue();
        double actual = backward.get("g").mul(u).sumNumber().doubleValue();
        assertThat(expected).isNotZero();
        assertThat(actual).isCloseTo(expected, within(1e-12 * x.length()));
    }

    private static Parameters parameters() {
        return new Parameters(DataType.DOUBLE, new SplittableRandom(4));
    }

    private static INDArray direction(INDArray x) {
        return GradientCheck.normal(new SplittableRandom(12), x.shape());
    }
}
