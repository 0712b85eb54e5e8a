package org.salient4j.attribution.embedding;

import java.util.Objects;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * The inverted neuron gradient: the Moore-Penrose pseudo-inverse J⁺ [n, C] of each sample's
 * Jacobian J [C, n], kept transposed as [C, n] (Schneider et al. 2025, xCEBRA).
 *
 * <p>Where neurons are x = g(z) and an encoder has found the latents up to a linear map L, f(g(z))
 * = L z + b, the Jacobians obey J_f J_g = L on the data. Of all J_f that do, the one of least norm,
 * to which a penalty on the Jacobian drives the encoder, is L J_g⁺, and its pseudo-inverse is J_g
 * L⁻¹: where L is block diagonal, J⁺ has the zeros of the generator's own Jacobian.
 *
 * <p>Each J is inverted in double with singular values up to {@code cutoff} of the largest counted
 * as 0, and the numerical rank of each sample comes with the result. An embedding that is
 * normalised in blocks loses a rank a block, one whose head is clipped loses a rank for each output
 * at the clip; an inverse without a cut-off is then one of rounding errors.
 *
 * <p><b>Use</b> on encoders trained with a penalty on the Jacobian, to ask which neurons each
 * latent drives. <b>Do not use</b> it as proof without one: what the penalty did not remove is
 * inverted as well. Its values are not those of the generator's Jacobian. It also makes small rows
 * of J large, which an area under the ROC curve over a whole map may reward or punish by itself
 * ({@link EmbeddingMethod}).
 *
 * @param reduction what becomes of the steps of a window before J is inverted
 * @param cutoff share of a Jacobian's largest singular value up to which one counts as 0, in [0, 1)
 */
public record InvertedNeuronGradient(WindowReduction reduction, double cutoff)
        implements EmbeddingMethod {

    /** Mean magnitudes over a window's steps, singular values above a millionth of the largest. */
    public InvertedNeuronGradient() {
        this(WindowReduction.MEAN_ABSOLUTE, PseudoInverse.CUTOFF);
    }

    /** Validates. */
    public InvertedNeuronGradient {
        Objects.requireNonNull(reduction, "reduction");
        PseudoInverse.requireCutoff(cutoff);
    }

    @Override
    public String name() {
        return "inverted-neuron-gradient";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                "Inverted neuron gradient",
                false,
                false,
                "1 gradient for each dimension + 1 pseudo-inverse",
                "Schneider, González Laiz, Filippova, Frey, Mathis: Time-series attribution maps with"
                        + " regularized contrastive learning, AISTATS 2025",
                "to ask which neurons each latent drives, of encoders with a Jacobian penalty",
                "without a look at rank and row scale; its values are not the generator's");
    }

    @Override
    public EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed) {
        return inverse(new NeuronGradient().attribute(encoder, x, seed));
    }

    /**
     * The inverse of Jacobians that are there already.
     *
     * @param jacobian what {@link NeuronGradient} gave
     */
    public EmbeddingAttribution inverse(EmbeddingAttribution jacobian) {
        EmbeddingAttribution reduced = jacobian.reduced(reduction);
        double[] all = HostArray.doubles(reduced.values());
        int outputs = reduced.outputs();
        int inputs = reduced.neurons() * reduced.steps();
        double[] inverses = new double[all.length];
        int[] ranks = new int[reduced.samples()];
        double[] one = new double[outputs * inputs];
        for (int s = 0; s < ranks.length; s++) {
            System.arraycopy(all, s * one.length, one, 0, one.length);
            PseudoInverse inverse = PseudoInverse.of(one, outputs, inputs, cutoff);
            ranks[s] = inverse.rank();
            for (int i = 0; i < inputs; i++) {
                for (int c = 0; c < outputs; c++) {
                    inverses[s * one.length + c * inputs + i] = inverse.values()[i * outputs + c];
                }
            }
        }
        return new EmbeddingAttribution(
                HostArray.of(inverses, DataType.DOUBLE, reduced.values().shape()),
                Optional.of(new NumericalRanks(ranks)));
    }
}
