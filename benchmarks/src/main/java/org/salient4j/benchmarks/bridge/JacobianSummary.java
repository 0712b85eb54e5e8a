package org.salient4j.benchmarks.bridge;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.embedding.EmbeddingAttribution;
import org.salient4j.attribution.embedding.InvertedNeuronGradient;
import org.salient4j.attribution.embedding.NeuronGradient;
import org.salient4j.attribution.embedding.NumericalRanks;
import org.salient4j.attribution.embedding.PseudoInverse;
import org.salient4j.attribution.embedding.WindowReduction;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * How large the Jacobians J [C, cells] of a network's logits are.
 *
 * @param meanSquaredNorm ‖J‖² (Frobenius), mean over samples: twice what the penalty estimates
 * @param lowestRank lowest numerical rank over samples; of two logits at most 2, fewer where they
 *     mirror each other to a millionth
 * @param medianRank the middle one
 * @param highestRank the highest
 */
public record JacobianSummary(
        double meanSquaredNorm, int lowestRank, double medianRank, int highestRank) {

    /** Refuses what no Jacobian has. */
    public JacobianSummary {
        if (!(meanSquaredNorm >= 0)) {
            throw new IllegalArgumentException(
                    "meanSquaredNorm must be at least 0, was " + meanSquaredNorm);
        }
    }

    /** Of the samples x [B, inputShape…]. */
    static JacobianSummary of(DifferentiableModel model, INDArray x) {
        // Neither draws: the seed is not used.
        EmbeddingAttribution jacobians = new NeuronGradient().attribute(model, x, Seed.of(1));
        NumericalRanks ranks =
                new InvertedNeuronGradient(WindowReduction.NONE, PseudoInverse.CUTOFF)
                        .inverse(jacobians)
                        .ranks()
                        .orElseThrow();
        double squares = Arrays.stream(HostArray.doubles(jacobians.values())).map(v -> v * v).sum();
        return new JacobianSummary(
                squares / jacobians.samples(), ranks.min(), ranks.median(), ranks.max());
    }
}
