package org.salient4j.attribution.embedding;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.attribution.ModelOutputs;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * The baseline that needs no gradient: the slopes B [C, n] of the least-squares regression of the
 * neurons on the embedding, x ≈ f(x) B + b.
 *
 * <p>It sees the embedding's values alone, not how the encoder makes them, and the mean relation
 * alone, not that of each sample: there is one attribution for all samples. Where they do not
 * determine the slopes (fewer samples than dimensions, normalised embeddings) it is the solution of
 * least norm.
 *
 * <p><b>Use</b> beside every other map: on encoders without a penalty on the Jacobian it is hard to
 * beat. <b>Do not use</b> it to explain a sample, and give it all samples there are: few leave
 * noise in the slopes.
 */
public record LinearRegression() implements EmbeddingMethod {
    // Rounding only: a direction in which the embedding hardly varies is still a direction.
    private static final double CUTOFF = 1e-10;

    @Override
    public String name() {
        return "linear-regression";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                "Linear regression of the neurons on the embedding",
                false,
                false,
                "1 forward pass",
                "Legendre: Nouvelles méthodes pour la détermination des orbites des comètes, 1805",
                "beside every other map: what a straight line sees without a gradient",
                "to explain a sample, or with few samples");
    }

    @Override
    public boolean perSample() {
        return false;
    }

    @Override
    public EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed) {
        double[] f = HostArray.doubles(ModelOutputs.of(encoder, x));
        int samples = (int) x.size(0);
        if (samples < 2) {
            throw new InvalidInputException(
                    "a regression needs at least 2 samples, found " + samples);
        }
        double[] y = HostArray.doubles(x);
        int outputs = encoder.outputs();
        int inputs = y.length / samples;
        centre(f, outputs);
        centre(y, inputs);
        PseudoInverse inverse = PseudoInverse.of(f, samples, outputs, CUTOFF);
        double[] slopes = new double[outputs * inputs];
        for (int c = 0; c < outputs; c++) {
            for (int s = 0; s < samples; s++) {
                double share = inverse.values()[c * samples + s];
                for (int i = 0; i < inputs; i++) {
                    slopes[c * inputs + i] += share * y[s * inputs + i];
                }
            }
        }
        long[] shape = new long[x.rank() + 1];
        shape[0] = 1;
        shape[1] = outputs;
        System.arraycopy(x.shape(), 1, shape, 2, x.rank() - 1);
        return new EmbeddingAttribution(HostArray.of(slopes, DataType.DOUBLE, shape));
    }

    /** Takes the mean over the rows from every column. */
    private static void centre(double[] matrix, int columns) {
        int rows = matrix.length / columns;
        double[] mean = new double[columns];
        for (int i = 0; i < matrix.length; i++) {
            mean[i % columns] += matrix[i] / rows;
        }
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] -= mean[i % columns];
        }
    }
}
