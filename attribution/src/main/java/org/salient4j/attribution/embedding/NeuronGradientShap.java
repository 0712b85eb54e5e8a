package org.salient4j.attribution.embedding;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.BaselinePool;
import org.salient4j.attribution.GradientShap;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * {@link GradientShap} of each embedding dimension without noise: the mean over a few draws of (x -
 * b) ∂f_c/∂x (b + α(x - b)), α ~ U(0, 1), b a row of zeros or of the shuffled data. What xCEBRA's
 * authors call Shapley values; it is a sampled estimate of expected gradients, and {@link
 * NeuronShapleySampling} estimates Shapley values proper.
 *
 * <p><b>Use</b> to compare with published maps. <b>Do not use</b> its single attributions: five
 * draws are a noisy estimate, which only the mean over many samples smooths.
 *
 * @param samples draws for each sample, at least 1
 * @param baselines what b is drawn from; {@link ShapBaselines#SHUFFLED} depends on all samples that
 *     are explained together
 */
public record NeuronGradientShap(int samples, ShapBaselines baselines) implements EmbeddingMethod {

    /** Five draws from zeros. */
    public NeuronGradientShap() {
        this(5, ShapBaselines.ZEROS);
    }

    /** Validates. */
    public NeuronGradientShap {
        Objects.requireNonNull(baselines, "baselines");
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be at least 1, was " + samples);
        }
    }

    @Override
    public String name() {
        return "neuron-gradient-shap";
    }

    @Override
    public MethodDescriptor descriptor() {
        return each(BaselinePool.of(Baseline.zeros())).descriptor();
    }

    @Override
    public EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed) {
        BaselinePool pool =
                baselines == ShapBaselines.ZEROS
                        ? BaselinePool.of(Baseline.zeros())
                        : BaselinePool.of(shuffled(x, seed.child("shuffle").random()));
        return each(pool).attribute(encoder, x, seed);
    }

    private NeuronAttribution each(BaselinePool pool) {
        return new NeuronAttribution(new GradientShap(samples, 0, Output.LOGIT, pool));
    }

    private static INDArray shuffled(INDArray x, RandomGenerator random) {
        double[] entries = HostArray.doubles(x);
        for (int at = entries.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            double entry = entries[at];
            entries[at] = entries[other];
            entries[other] = entry;
        }
        return HostArray.of(entries, DataType.DOUBLE, x.shape());
    }
}
