package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * How much of the columns of one matrix a linear regression on another explains: least squares with
 * an intercept, without a penalty, {@code R² = 1 - |residual|² / |y - mean|²} on the samples of the
 * fit.
 *
 * <p>In [0, 1], 1 the best. Columns that depend on each other do no harm. It is measured where it
 * was fitted, so p columns of chance reach p / (T - 1): give far more samples than columns. It sees
 * linear relations alone.
 *
 * @param perColumn R² of each column of y, {@code NaN} for one that is constant
 * @param mean over the columns that vary, {@code NaN} if none does
 * @param weighted 1 less the ratio of the summed squares: columns weigh by their variance
 * @param rank how many columns of x count, after those that depend on others or are constant
 */
public record LinearR2(double[] perColumn, double mean, double weighted, int rank) {

    /**
     * Regresses y on x.
     *
     * @param x regressors, numbers, [T, p], T at least p + 2
     * @param y what to explain, numbers, [T, q]
     * @throws InvalidInputException if the samples differ or are too few, or a value is not finite
     */
    public static LinearR2 of(INDArray x, INDArray y) {
        return of(MatrixRows.of("x", x), MatrixRows.of("y", y));
    }

    /**
     * Regresses y on x.
     *
     * @param x regressors, [T][p], T at least p + 2
     * @param y what to explain, [T][q]
     * @throws InvalidInputException if the samples differ or are too few, or a value is not finite
     */
    public static LinearR2 of(double[][] x, double[][] y) {
        MatrixRows.requireSameRows(
                "x", MatrixRows.checked("x", x), "y", MatrixRows.checked("y", y));
        if (x.length < x[0].length + 2) {
            throw new InvalidInputException(
                    ("a regression on %d columns needs at least %d samples, had %d: with"
                                    + " fewer it fits anything")
                            .formatted(x[0].length, x[0].length + 2, x.length));
        }
        return of(ColumnSpan.of(x), y);
    }

    static LinearR2 of(ColumnSpan span, double[][] y) {
        double[] perColumn = new double[y[0].length];
        double explained = 0;
        double total = 0;
        for (int column = 0; column < perColumn.length; column++) {
            double[] centred = ColumnSpan.centred(y, column);
            perColumn[column] = span.determination(centred);
            if (!Double.isNaN(perColumn[column])) {
                double squares = Arrays.stream(centred).map(value -> value * value).sum();
                explained += perColumn[column] * squares;
                total += squares;
            }
        }
        return new LinearR2(
                perColumn, Determination.mean(perColumn), explained / total, span.rank());
    }
}
