package org.salient4j.benchmarks.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.salient4j.attribution.Aggregate;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.BaselinePool;
import org.salient4j.attribution.DeepLift;
import org.salient4j.attribution.DeepShap;
import org.salient4j.attribution.Gradient;
import org.salient4j.attribution.GradientShap;
import org.salient4j.attribution.IntegratedGradients;
import org.salient4j.attribution.Noise;
import org.salient4j.attribution.SmoothGrad;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** Times the six methods on 100 samples, with the settings of the paper's experiments. */
final class AttributionTimer {
    /** How many methods there are. */
    static final int METHODS = 6;

    private static final int SAMPLES = 100;
    private static final int FEW = 10;
    private static final Seed SEED = Seed.of(7);

    /** They take seconds: a tenth of the samples warms them up. */
    private static final Set<String> LONG = Set.of("integrated_gradients", "deep_shap");

    private final BenchNetwork kind;
    private final Network network;
    private final Examples all;
    private final Examples few;

    AttributionTimer(BenchNetwork kind) {
        this.kind = kind;
        this.network = kind.network();
        this.all = kind.examples(SAMPLES);
        this.few = all.range(0, FEW);
    }

    /** The methods, by their names in results. */
    Map<String, AttributionMethod> methods() {
        Map<String, AttributionMethod> methods = new LinkedHashMap<>();
        BaselinePool pool = BaselinePool.uniform(kind.baselines());
        DeepLift lift = DeepLift.paper();
        methods.put("gradient", new Gradient());
        methods.put("integrated_gradients", IntegratedGradients.paper());
        // The paper's code squares for images.
        methods.put(
                "smooth_grad",
                kind.images()
                        ? new SmoothGrad(
                                5, 1, false, Aggregate.SQUARED, Output.LOGIT, Noise.gaussian())
                        : SmoothGrad.paper());
        methods.put("gradient_shap", new GradientShap(5, 0.09, Output.LOGIT, pool));
        methods.put("deep_lift", lift);
        methods.put("deep_shap", new DeepShap(lift.mode(), lift.output(), pool));
        return methods;
    }

    /** The time of a method on all samples. */
    Timing time(String name, AttributionMethod method, TimeBudget budget) {
        Runnable work = () -> attribute(method, all);
        return budget.time(LONG.contains(name) ? () -> attribute(method, few) : work, work);
    }

    private void attribute(AttributionMethod method, Examples examples) {
        method.attribute(network, examples.x(), examples.labels(), SEED);
    }
}
