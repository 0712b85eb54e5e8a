package org.salient4j.attribution.deeplift;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.GraphModel;
import org.salient4j.framework.network.Output;

/** A classifier of two classes around the op under test: logits = flatten(y) V. */
final class RuleGraph {
    private final DifferentiableModel model;

    /**
     * @param body y, [N, …], of x
     * @param example shape of one x
     */
    RuleGraph(BiFunction<SameDiff, SDVariable, SDVariable> body, long... example) {
        this(false, body, example);
    }

    /** The op twice, so that two of its backward passes must get along in one graph. */
    static RuleGraph twice(BiFunction<SameDiff, SDVariable, SDVariable> body, long... example) {
        return new RuleGraph(
                (g, x) -> {
                    SDVariable one = body.apply(g, x);
                    SDVariable two = body.apply(g, x.mul(0.7));
                    return one.add(two.mul(3));
                },
                example);
    }

    private RuleGraph(
            boolean plain, BiFunction<SameDiff, SDVariable, SDVariable> body, long... example) {
        long[] batch = new long[example.length + 1];
        System.arraycopy(example, 0, batch, 1, example.length);
        batch[0] = -1;
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.DOUBLE, batch);
        SDVariable y = body.apply(graph, x);
        batch[0] = 1;
        INDArray one = graph.output(Map.of("x", uniform(1, batch)), y.name()).get(y.name());
        INDArray v = uniform(2, one.length(), 2);
        if (plain) {
            v.assign(1);
        }
        graph.reshape(y, -1, one.length()).mmul("logits", graph.var("readout", v));
        model = GraphModel.of(graph, "x", "logits", 2);
    }

    /** With logits that are the sum of y, so that numbers can be followed by hand. */
    static RuleGraph sumOf(BiFunction<SameDiff, SDVariable, SDVariable> body, long... example) {
        return new RuleGraph(true, body, example);
    }

    DifferentiableModel model() {
        return model;
    }

    /** Attributions of the first logit. */
    INDArray attribute(INDArray x, INDArray baseline) {
        MultiplierGraph.Pass pass =
                MultiplierGraph.rescale(model, Output.LOGIT)
                        .run(x, baseline, new int[(int) x.size(0)]);
        return pass.multipliers().mul(x.sub(baseline));
    }

    /** Attributions of one sample of a vector. */
    double[] attribute(double[] x, double... baseline) {
        return HostArray.doubles(attribute(row(x), row(baseline)));
    }

    /** How far the worst row's attributions are from f(x) - f(b), relative to |f(x) - f(b)|. */
    double incompleteness(INDArray x, INDArray baseline) {
        INDArray attributions = attribute(x, baseline);
        INDArray change = model.output(x).sub(model.output(baseline));
        double worst = 0;
        for (int b = 0; b < x.size(0); b++) {
            double f = change.getDouble(b, 0);
            double sum = Arrays.stream(HostArray.doubles(attributions.slice(b).dup())).sum();
            double error = Math.abs(sum - f) / Math.abs(f);
            worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
        return worst;
    }

    /** U(-1, 1) values. */
    static INDArray uniform(long seed, long... shape) {
        RandomGenerator random = Seed.of(seed).random();
        double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.setAll(values, i -> random.nextDouble(-1, 1));
        return HostArray.of(values, DataType.DOUBLE, shape);
    }

    private static INDArray row(double... values) {
        return HostArray.of(values, DataType.DOUBLE, 1, values.length);
    }
}
