package org.salient4j.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.salient4j.attribution.deeplift.MultiplierGraph;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * The graphs made so far, kept for as long as their models are: a call on a few samples costs less
 * than making its graph.
 */
final class MultiplierGraphs {
    private static final Map<DifferentiableModel, Map<String, MultiplierGraph>> MADE =
            new WeakHashMap<>();

    private MultiplierGraphs() {}

    static MultiplierGraph of(
            DifferentiableModel model,
            DeepLiftMode mode,
            Output output,
            Supplier<MultiplierGraph> maker) {
        Map<String, MultiplierGraph> ofModel;
        synchronized (MADE) {
            ofModel = MADE.computeIfAbsent(model, unused -> new HashMap<>());
        }
        synchronized (ofModel) {
            return ofModel.computeIfAbsent(mode + "/" + output, unused -> maker.get());
        }
    }
}
