package org.salient4j.framework.text.masking;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;

/**
 * How the gradient with respect to a word's vector becomes one score of the word. With g the
 * gradient and e the vector, both of E values:
 */
public enum WordScore {
    /** Σ g, with its sign: what the paper says. */
    SUM {
        @Override
        double add(double sum, double gradient, double embedded) {
            return sum + gradient;
        }
    },
    /** Σ |g|. */
    L1 {
        @Override
        double add(double sum, double gradient, double embedded) {
            return sum + Math.abs(gradient);
        }
    },
    /** √Σ g². */
    L2 {
        @Override
        double add(double sum, double gradient, double embedded) {
            return sum + gradient * gradient;
        }

        @Override
        double finish(double sum) {
            return Math.sqrt(sum);
        }
    },
    /** Σ g·e, gradient × input: the first-order effect of setting the vector to zero. */
    DOT {
        @Override
        double add(double sum, double gradient, double embedded) {
            return sum + gradient * embedded;
        }
    };

    /**
     * Scores of all positions of a batch; those of the padding mean nothing.
     *
     * @param gradients [B, T, E]
     * @param embedded [B, T, E], the vectors of the words; used by {@link #DOT} alone, which needs
     *     them
     * @return [B][T]
     */
    public double[][] of(INDArray gradients, INDArray embedded) {
        if (gradients.rank() != 3) {
            throw new IllegalArgumentException(
                    "gradients must be [B, T, E], were " + Arrays.toString(gradients.shape()));
        }
        if (this == DOT && !Arrays.equals(gradients.shape(), embedded.shape())) {
            throw new IllegalArgumentException(
                    "embedded must be shaped as the gradients %s, were %s"
                            .formatted(
                                    Arrays.toString(gradients.shape()),
                                    Arrays.toString(embedded.shape())));
        }
        double[] g = HostArray.doubles(gradients);
        double[] e = this == DOT ? HostArray.doubles(embedded) : g;
        int width = (int) gradients.size(1);
        int dimension = (int) gradients.size(2);
        double[][] scores = new double[(int) gradients.size(0)][width];
        for (int i = 0; i < scores.length * width; i++) {
            double sum = 0;
            for (int j = i * dimension; j < (i + 1) * dimension; j++) {
                sum = add(sum, g[j], e[j]);
            }
            scores[i / width][i % width] = finish(sum);
        }
        return scores;
    }

    abstract double add(double sum, double gradient, double embedded);

    double finish(double sum) {
        return sum;
    }
}
