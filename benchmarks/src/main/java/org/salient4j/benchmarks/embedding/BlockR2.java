package org.salient4j.benchmarks.embedding;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.synthetic.latent.NamedRange;

/**
 * Which block of columns of one matrix explains which block of another: the {@link LinearR2} of
 * each pair.
 *
 * <p>For an embedding whose blocks stand for blocks of latents it should be near 1 on the diagonal
 * and near 0 off it; what leaks off the diagonal mixes the rows of an attribution map.
 *
 * @param explained the blocks of the columns that are explained
 * @param explaining the blocks of the regressors
 * @param r2 mean R² over the columns of the block, [explained][explaining]
 */
public record BlockR2(List<NamedRange> explained, List<NamedRange> explaining, double[][] r2) {

    /**
     * Regresses every block of y on every block of x.
     *
     * @param x numbers, [T, p]
     * @param xBlocks ranges of the columns of x, which may overlap
     * @param y numbers, [T, q]
     * @param yBlocks ranges of the columns of y, which may overlap
     * @throws InvalidInputException if a block reaches beyond the columns, the samples differ or
     *     are too few, or a value is not finite
     */
    public static BlockR2 of(
            INDArray x, List<NamedRange> xBlocks, INDArray y, List<NamedRange> yBlocks) {
        return of(MatrixRows.of("x", x), xBlocks, MatrixRows.of("y", y), yBlocks);
    }

    static BlockR2 of(
            double[][] x, List<NamedRange> xBlocks, double[][] y, List<NamedRange> yBlocks) {
        double[][] r2 = new double[yBlocks.size()][xBlocks.size()];
        for (int i = 0; i < yBlocks.size(); i++) {
            double[][] explained = block(y, yBlocks.get(i));
            for (int j = 0; j < xBlocks.size(); j++) {
                r2[i][j] = LinearR2.of(block(x, xBlocks.get(j)), explained).mean();
            }
        }
        return new BlockR2(List.copyOf(yBlocks), List.copyOf(xBlocks), r2);
    }

    private static double[][] block(double[][] rows, NamedRange range) {
        if (range.end() > rows[0].length) {
            throw new InvalidInputException(
                    "block %s must end within %d columns, ends at %d"
                            .formatted(range.name(), rows[0].length, range.end()));
        }
        return MatrixRows.columns(rows, range.start(), range.end());
    }
}
