package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * Whether several trainings find the same embedding: the {@link LinearR2} of every embedding from
 * every other, over ordered pairs.
 *
 * <p>In [0, 1], 1 when all are linear maps of each other. The embeddings must be of the same
 * samples in the same order, and may differ in their outputs. Consistent runs need not be right
 * ones, and the pairs are not independent of each other: give no interval over pairs.
 *
 * <p>Source: Schneider, Lee and Mathis, <em>Learnable latent embeddings for joint behavioural and
 * neural analysis</em>, Nature 617, 2023.
 *
 * @param pairs mean R² over the outputs of embedding {@code to} from embedding {@code from}, at
 *     [from][to]; {@code NaN} on the diagonal
 * @param mean over the ordered pairs
 */
public record Consistency(double[][] pairs, double mean) {

    /**
     * Compares embeddings.
     *
     * @param embeddings two at least, numbers, [T, C] each
     * @throws InvalidInputException if there are fewer than two, the samples differ or are too few,
     *     or a value is not finite
     */
    public static Consistency of(List<INDArray> embeddings) {
        int count = embeddings.size();
        if (count < 2) {
            throw new InvalidInputException(
                    "consistency needs at least 2 embeddings, had " + count);
        }
        List<double[][]> rows =
                embeddings.stream().map(array -> MatrixRows.of("embedding", array)).toList();
        double[][] pairs = new double[count][count];
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                pairs[from][to] =
                        from == to ? Double.NaN : LinearR2.of(rows.get(from), rows.get(to)).mean();
            }
        }
        return new Consistency(
                pairs,
                Determination.mean(Arrays.stream(pairs).flatMapToDouble(Arrays::stream).toArray()));
    }
}
