package org.salient4j.framework.saliency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.TowerCopy;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.GraphModel;
import org.salient4j.layers.BernoulliNoise;
import org.salient4j.losses.Detach;
import org.salient4j.losses.KullbackLeibler;

/**
 * Saliency guided training for any SameDiff graph.
 *
 * <pre>{@code
 * SaliencyGuidedListener listener =
 *         SaliencyGuided.inject(graph, "input", "logits", "labels", new SaliencyGuidedOptions(), Seed.of(7));
 * graph.fit(iterator, epochs, listener);
 * }</pre>
 */
public final class SaliencyGuided {
    /** Placeholder of the masked batch in an injected graph. */
    public static final String MASKED = "saliency_guided/input";

    /** Placeholder of λ in an injected graph. */
    public static final String LAMBDA = "saliency_guided/lambda";

    /** The divergence in an injected graph, unweighted. */
    public static final String KL = "saliency_guided/kl";

    private static final String PREFIX = "saliency_guided/";

    private SaliencyGuided() {}

    /**
     * Clones the tower from input to logits onto a masked input, over the same parameters, adds
     * λ·KL(f(x) ‖ f(x̃)) to the graph's losses, and returns the listener that fills the masked
     * input in {@code fit}. The graph's own loss variables stay as they are and must be set before.
     *
     * <p>During each iteration the listener extends the {@code TrainingConfig}'s feature mapping,
     * set before or after, by its two placeholders. Dropout made of Bernoulli noise is drawn anew
     * in every iteration (a plain SameDiff repeats one mask), once for each tower, and left out of
     * the gradient pass.
     *
     * @param graph the user's graph
     * @param input placeholder of the features, shape [-1, …]
     * @param logits variable [B, C], before any softmax
     * @param labels placeholder of one-hot labels [B, C]
     * @param options what to mask and how
     * @param seed where noise comes from
     * @throws InvalidInputException if a name is missing, no loss is set, or it was injected before
     */
    public static SaliencyGuidedListener inject(
            SameDiff graph,
            String input,
            String logits,
            String labels,
            SaliencyGuidedOptions options,
            Seed seed) {
        return inject(
                graph,
                input,
                logits,
                labels,
                model -> new SaliencyGuidedListener(model, options, seed));
    }

    /**
     * The same with a listener of your own: a subclass, or one that knows the training data's
     * statistics.
     *
     * <pre>{@code
     * inject(graph, "input", "logits", "labels", model -> new WarmUp(model, options, seed, 100));
     * }</pre>
     *
     * @param listener makes the listener from the network's gradient model; if it refuses, the
     *     graph is unchanged
     */
    public static <L extends SaliencyGuidedListener> L inject(
            SameDiff graph,
            String input,
            String logits,
            String labels,
            Function<DifferentiableModel, L> listener) {
        requireReady(graph, logits, labels);
        DifferentiableModel model = GraphModel.of(graph, input, logits, classes(graph, labels));
        L made = listener.apply(model);
        Detach detach = made.options().detach();
        SDVariable x = graph.getVariable(input);
        SDVariable masked = graph.placeHolder(MASKED, x.dataType(), x.placeholderShape());
        SDVariable lambda = graph.placeHolder(LAMBDA, x.dataType());
        SDVariable maskedLogits = TowerCopy.within(graph, input, logits, masked, PREFIX);
        BernoulliNoise.replacePlain(graph);
        SDVariable kl =
                KullbackLeibler.between(
                                graph,
                                detach.clean(graph, graph.getVariable(logits)),
                                detach.masked(graph, maskedLogits))
                        .rename(KL);
        List<String> losses = new ArrayList<>(graph.getLossVariables());
        losses.add(kl.mul(lambda).rename(PREFIX + "weighted_kl").name());
        graph.setLossVariables(losses.toArray(new String[0]));
        return made;
    }

    private static void requireReady(SameDiff graph, String logits, String labels) {
        for (String name : List.of(logits, labels)) {
            if (!graph.hasVariable(name)) {
                throw new InvalidInputException(
                        "the graph has no variable '%s'; it has %s"
                                .formatted(name, graph.variableMap().keySet()));
            }
        }
        if (graph.hasVariable(KL)) {
            throw new InvalidInputException(
                    "saliency guided training was injected into this graph before");
        }
        if (graph.getLossVariables().isEmpty()) {
            throw new InvalidInputException(
                    "the graph has no loss: call setLossVariables before injecting");
        }
    }

    private static int classes(SameDiff graph, String labels) {
        SDVariable variable = graph.getVariable(labels);
        long[] shape = variable.isPlaceHolder() ? variable.placeholderShape() : null;
        if (shape == null || shape.length != 2 || shape[1] < 2) {
            throw new InvalidInputException(
                    "'%s' must be a placeholder of one-hot labels [-1, classes], has %s"
                            .formatted(labels, Arrays.toString(shape)));
        }
        return (int) shape[1];
    }
}
