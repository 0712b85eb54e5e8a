package org.salient4j.benchmarks.published;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.BaselinePool;
import org.salient4j.attribution.DeepLift;
import org.salient4j.attribution.DeepLiftMode;
import org.salient4j.attribution.DeepShap;
import org.salient4j.attribution.Gradient;
import org.salient4j.attribution.GradientShap;
import org.salient4j.attribution.IntegratedGradients;
import org.salient4j.attribution.SmoothGrad;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Output;

/**
 * The six attribution methods of the paper, of the log-odds of the explained class. The released
 * code explains the probability, which saturates where the network is sure. Its plain gradient
 * orders cells as that of the log-odds does; methods that add up gradients of several points weigh
 * them otherwise.
 */
public final class PublishedMethods {
    /** The columns of the paper's tables, from left to right. */
    private static final List<String> ORDER =
            List.of(
                    "gradient",
                    "integrated-gradients",
                    "deep-lift",
                    "gradient-shap",
                    "deep-shap",
                    "smooth-grad");

    private PublishedMethods() {}

    /** As the released code sets them. */
    public static List<AttributionMethod> released() {
        return ofLogOdds(
                List.of(
                        new Gradient(),
                        IntegratedGradients.paper(),
                        SmoothGrad.paper(),
                        GradientShap.paper(),
                        DeepLift.paper(),
                        DeepShap.paper()));
    }

    /**
     * The same with all of DeepLIFT's rules, which the released code does not reach.
     *
     * @param baselines of DeepSHAP
     */
    public static List<AttributionMethod> complete(int baselines) {
        return ofLogOdds(
                List.of(
                        new Gradient(),
                        IntegratedGradients.paper(),
                        SmoothGrad.paper(),
                        GradientShap.paper(),
                        new DeepLift().from(Baseline.uniform()),
                        new DeepShap(
                                DeepLiftMode.rescale(),
                                Output.LOGIT,
                                BaselinePool.uniform(baselines))));
    }

    /** Names of methods: the paper's in its order, then the others as they come. */
    public static List<String> inOrder(Collection<String> names) {
        List<String> ordered = new ArrayList<>(ORDER);
        ordered.retainAll(names);
        names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static List<AttributionMethod> ofLogOdds(List<AttributionMethod> methods) {
        return methods.stream()
                .map(method -> Json.withSettings(method, method.name(), Map.of("output", "margin")))
                .toList();
    }
}
