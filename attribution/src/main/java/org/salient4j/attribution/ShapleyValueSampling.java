package org.salient4j.attribution;

import java.util.Objects;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * Shapley values by sampling: groups of cells are added to the baseline in a random order, each
 * gets what f changes by when it comes, and that is averaged over orders (Castro et al. 2009;
 * Štrumbelj and Kononenko 2010). The Shapley value is the mean over all orders.
 *
 * <p>Complete whatever the number of orders: attributions sum to f(x) - f(b), since every order
 * leads from b to x. (Cells in no group keep their values in b too. Cells of groups sum to the
 * output only where they {@linkplain GroupShare#EVEN share}.) A single attribution is off by about
 * σ / √permutations, σ the deviation of what its group adds between orders.
 *
 * <p>Order {@code i} of a sample is the same whatever {@code permutations} is, so more orders
 * refine a result instead of replacing it. Points of several samples go through the network
 * together, a bounded number of cells a call; groups that equal their baseline cost nothing and get
 * 0.
 *
 * <p><b>Use</b> where cells say the same or only something together, which ablation and gradients
 * get wrong, and where there are few groups: neurons, words, time steps. <b>Do not use</b> it on
 * thousands of single cells without need: each costs a forward pass an order. Most points are
 * mixtures of sample and baseline that the network never saw.
 *
 * @param permutations n, orders for each sample, at least 1
 * @param output f
 * @param baseline b
 * @param groups which cells come together
 * @param share what each cell of a group gets
 * @param orders where the orders come from
 */
public record ShapleyValueSampling(
        int permutations,
        Output output,
        Baseline baseline,
        FeatureGroups groups,
        GroupShare share,
        Orders orders)
        implements AttributionMethod {

    /** 25 orders of single cells, of the logit, from zeros. */
    public ShapleyValueSampling() {
        this(25, Output.LOGIT, Baseline.zeros(), FeatureGroups.cells(), GroupShare.WHOLE);
    }

    /** With orders drawn from the seed. */
    public ShapleyValueSampling(
            int permutations,
            Output output,
            Baseline baseline,
            FeatureGroups groups,
            GroupShare share) {
        this(permutations, output, baseline, groups, share, Orders.random());
    }

    /** Validates. */
    public ShapleyValueSampling {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(orders, "orders");
        if (permutations < 1) {
            throw new IllegalArgumentException(
                    "permutations must be at least 1, was " + permutations);
        }
    }

    /** The same from another baseline. */
    public ShapleyValueSampling from(Baseline other) {
        return new ShapleyValueSampling(permutations, output, other, groups, share, orders);
    }

    /** The same for other groups. */
    public ShapleyValueSampling of(FeatureGroups other) {
        return new ShapleyValueSampling(permutations, output, baseline, other, share, orders);
    }

    @Override
    public String name() {
        return "shapley-value-sampling";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                "Shapley value sampling",
                complete(),
                baseline.stochastic() || orders.stochastic(),
                permutations
                        + (permutations == 1 ? " forward pass" : " forward passes")
                        + " for each "
                        + groups.unit(),
                "Castro, Gómez, Tejada: Polynomial calculation of the Shapley value based on"
                        + " sampling, Computers & Operations Research 2009",
                "where cells say the same or act together; with few groups, such as words",
                "on thousands of single cells without need: each costs a pass an order");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        Samples samples = Samples.of(model, x, targets);
        ExplainedOutputs explained = ExplainedOutputs.ofTargets(samples, output);
        ShapleyWalk walk = walk(samples, explained, seed);
        return new Attribution(
                explained.array(walk.values()),
                samples.targets(),
                complete() ? Optional.of(walk.deltas()) : Optional.empty());
    }

    /** All outputs from the same forward passes. */
    @Override
    public INDArray attributeEveryOutput(DifferentiableModel model, INDArray x, Seed seed) {
        Samples samples = Samples.of(model, x);
        ExplainedOutputs explained = ExplainedOutputs.ofEach(samples, output);
        return explained.array(walk(samples, explained, seed).values());
    }

    private ShapleyWalk walk(Samples samples, ExplainedOutputs explained, Seed seed) {
        CellGroups cells = groups.groups(samples);
        return ShapleyWalk.run(
                samples,
                baseline.values(samples, seed),
                cells,
                explained,
                share,
                permutations,
                orders.permutations(samples, cells, permutations, seed));
    }

    private boolean complete() {
        return groups.single() || share == GroupShare.EVEN;
    }
}
