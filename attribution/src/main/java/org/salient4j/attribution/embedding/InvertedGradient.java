package org.salient4j.attribution.embedding;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Attribution;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.Gradient;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * The {@linkplain InvertedNeuronGradient inverted neuron gradient} of a classifier: its logits are
 * taken for an embedding, J [C, cells] is their Jacobian at a sample, and the map of class y is
 * column y of the pseudo-inverse J⁺: the smallest change of the input that raises, to first order,
 * the logit of y by 1 and leaves the other logits where they are.
 *
 * <p>J has the rank that its C logits have. That a softmax does not see a number added to all
 * logits takes no rank away: the logits themselves move with it. A classifier of two classes has
 * two logits, so a rank of 2 at most, and two that mirror each other, z and -z, have rank 1: J⁺ is
 * then that of the one direction there is.
 *
 * <p><b>Use</b> it beside the gradient, on classifiers trained with a penalty on the Jacobian.
 * <b>Do not use</b> it where logits are nearly mirrored: the map is then dominated by the small
 * direction in which they are not, which decides nothing about the class. Nothing proves that the
 * theory of encoders with known latents carries over to logits.
 *
 * @param cutoff share of a Jacobian's largest singular value up to which one counts as 0, in [0, 1)
 */
public record InvertedGradient(double cutoff) implements AttributionMethod {

    /** Singular values above a millionth of the largest. */
    public InvertedGradient() {
        this(PseudoInverse.CUTOFF);
    }

    /** Validates. */
    public InvertedGradient {
        PseudoInverse.requireCutoff(cutoff);
    }

    @Override
    public String name() {
        return "inverted-neuron-gradient";
    }

    @Override
    public MethodDescriptor descriptor() {
        MethodDescriptor inverse = new InvertedNeuronGradient().descriptor();
        return new MethodDescriptor(
                inverse.title(),
                false,
                false,
                "1 gradient for each class + 1 pseudo-inverse",
                inverse.citation(),
                "beside the gradient, of classifiers with a Jacobian penalty",
                "where two logits mirror each other; the theory is of encoders, not of logits");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        int classes = model.outputs();
        double[] jacobians = null;
        int cells = 0;
        // The target's gradient first, then those of the classes behind it: the order of a
        // Jacobian's rows is that of its inverse's columns.
        for (int shift = 0; shift < classes; shift++) {
            int by = shift;
            int[] explained = Arrays.stream(targets).map(y -> (y + by) % classes).toArray();
            double[] gradients =
                    HostArray.doubles(
                            new Gradient()
                                    .attribute(model, x, shift == 0 ? targets : explained, seed)
                                    .values());
            if (jacobians == null) {
                cells = gradients.length / targets.length;
                jacobians = new double[Math.multiplyExact(gradients.length, classes)];
            }
            for (int b = 0; b < targets.length; b++) {
                System.arraycopy(
                        gradients, b * cells, jacobians, (b * classes + shift) * cells, cells);
            }
        }
        double[] inverses =
                HostArray.doubles(
                        new InvertedNeuronGradient(WindowReduction.NONE, cutoff)
                                .inverse(
                                        new EmbeddingAttribution(
                                                HostArray.of(
                                                        jacobians,
                                                        DataType.DOUBLE,
                                                        targets.length,
                                                        classes,
                                                        cells)))
                                .values());
        double[] map = new double[targets.length * cells];
        for (int b = 0; b < targets.length; b++) {
            System.arraycopy(inverses, b * classes * cells, map, b * cells, cells);
        }
        return new Attribution(HostArray.of(map, model.dataType(), x.shape()), targets.clone());
    }
}
