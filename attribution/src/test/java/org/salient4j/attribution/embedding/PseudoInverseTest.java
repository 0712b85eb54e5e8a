package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.framework.graph.HostArray;

class PseudoInverseTest {

    static Stream<Arguments> matrices() {
        return Stream.of(
                Arguments.of("wide", random(1, 6, 50), 6),
                Arguments.of("tall", random(2, 50, 6), 6),
                Arguments.of("square", random(3, 7, 7), 7),
                Arguments.of("one row", random(4, 1, 9), 1),
                Arguments.of("one column", random(5, 9, 1), 1),
                Arguments.of("one number", random(6, 1, 1), 1),
                Arguments.of("rank 3 of 6", random(7, 6, 3).multiply(random(8, 3, 50)), 3),
                Arguments.of("rank 2 of 5", random(9, 5, 2).multiply(random(10, 2, 5)), 2),
                Arguments.of("rank 1, tall", random(11, 20, 1).multiply(random(12, 1, 4)), 1),
                Arguments.of("zero", new Array2DRowRealMatrix(4, 9), 0),
                Arguments.of("a row of zeros", scaled(random(13, 4, 9), 1, 0, 1, 1), 3),
                Arguments.of("equal rows", equalRows(), 2),
                Arguments.of("ill scaled", scaled(random(14, 4, 9), 1e3, 1, 1, 1e-2), 4),
                Arguments.of("huge", random(15, 3, 5).scalarMultiply(1e200), 3),
                Arguments.of("tiny", random(16, 3, 5).scalarMultiply(1e-200), 3),
                Arguments.of("the identity", identity(), 4));
    }

    /** APA = A, PAP = P, (AP)ᵀ = AP, (PA)ᵀ = PA. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void should_obey_all_four_conditions_of_moore_and_penrose(String name, RealMatrix a, int rank) {
        PseudoInverse inverse = inverse(a, PseudoInverse.CUTOFF);
        RealMatrix p = matrix(inverse);
        RealMatrix ap = a.multiply(p);
        RealMatrix pa = p.multiply(a);

        assertClose(ap.multiply(a), a);
        assertClose(pa.multiply(p), p);
        assertClose(ap.transpose(), ap);
        assertClose(pa.transpose(), pa);
        assertThat(inverse.rank()).isEqualTo(rank);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void should_equal_the_inverse_and_singular_values_of_commons_math(
            String name, RealMatrix a, int rank) {
        SingularValueDecomposition svd = new SingularValueDecomposition(a);
        double[] s = svd.getSingularValues();

        PseudoInverse inverse = inverse(a, PseudoInverse.CUTOFF);

        assertThat(inverse.singularValues()).hasSameSizeAs(s);
        for (int i = 0; i < s.length; i++) {
            assertThat(inverse.singularValues()[i]).isCloseTo(s[i], within(1e-13 * s[0]));
        }
        RealMatrix expected = new Array2DRowRealMatrix(a.getColumnDimension(), a.getRowDimension());
        for (int i = 0; i < rank; i++) {
            RealMatrix v = svd.getV().getColumnMatrix(i);
            RealMatrix u = svd.getU().getColumnMatrix(i);
            expected = expected.add(v.multiply(u.transpose()).scalarMultiply(1 / s[i]));
        }
        assertClose(matrix(inverse), expected);
    }

    /** s = 1, 1e-3, 1e-7: the last one is noise at 1e-6 and signal at 1e-8. */
    @ParameterizedTest
    @CsvSource({"1e-2, 1", "1e-6, 2", "1e-8, 3", "0, 3"})
    void should_cut_off_small_singular_values(double cutoff, int rank) {
        RealMatrix u = orthogonal(21, 3);
        RealMatrix v = orthogonal(22, 8);
        double[] s = {1, 1e-3, 1e-7};
        RealMatrix a = new Array2DRowRealMatrix(3, 8);
        RealMatrix expected = new Array2DRowRealMatrix(8, 3);
        for (int i = 0; i < 3; i++) {
            RealMatrix outer = u.getColumnMatrix(i).multiply(v.getColumnMatrix(i).transpose());
            a = a.add(outer.scalarMultiply(s[i]));
            if (i < rank) {
                expected = expected.add(outer.transpose().scalarMultiply(1 / s[i]));
            }
        }

        PseudoInverse inverse = inverse(a, cutoff);

        assertThat(inverse.rank()).isEqualTo(rank);
        // Rounding of A is 1e-16 of its largest singular value, 1e-9 of the smallest.
        double error = matrix(inverse).subtract(expected).getFrobeniusNorm();
        assertThat(error / expected.getFrobeniusNorm()).isLessThan(rank == 3 ? 1e-8 : 1e-12);
        assertThat(inverse.singularValues()[2]).isCloseTo(1e-7, within(1e-15));
    }

    /** Rows that differ by twelve orders of magnitude: A Aᵀ would lose the small one. */
    @Test
    void should_keep_small_rows_exact() {
        RealMatrix a = scaled(random(31, 3, 7), 1, 1e-6, 1e-12);

        RealMatrix p = matrix(inverse(a, 0));

        RealMatrix unit = scaled(a.multiply(p), 1, 1, 1);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double scale = Math.pow(10, 6.0 * (j - i)); // of row i against column j
                assertThat(unit.getEntry(i, j))
                        .isCloseTo(i == j ? 1 : 0, within(1e-13 * Math.max(1, scale)));
            }
        }
    }

    @Test
    void should_refuse_what_is_no_matrix() {
        assertThatThrownBy(() -> PseudoInverse.of(new double[5], 2, 3, 0.1))
                .hasMessage("a matrix of 2 x 3 must have its size in values, found 5");
        assertThatThrownBy(() -> PseudoInverse.of(new double[0], 0, 3, 0.1))
                .hasMessage("a matrix of 0 x 3 must have its size in values, found 0");
        assertThatThrownBy(() -> PseudoInverse.of(new double[] {1, 2, Double.NaN}, 1, 3, 0.1))
                .hasMessage("the matrix must be finite, was NaN at [0, 2]");
        for (double cutoff : new double[] {-1e-9, 1, Double.NaN}) {
            assertThatThrownBy(() -> PseudoInverse.of(new double[1], 1, 1, cutoff))
                    .hasMessage("cutoff must be in [0, 1), was " + cutoff);
        }
    }

    private static PseudoInverse inverse(RealMatrix a, double cutoff) {
        double[] values = Arrays.stream(a.getData()).flatMapToDouble(Arrays::stream).toArray();
        double[] before = values.clone();
        PseudoInverse inverse =
                PseudoInverse.of(values, a.getRowDimension(), a.getColumnDimension(), cutoff);
        assertThat(values).isEqualTo(before);
        return inverse;
    }

    private static RealMatrix matrix(PseudoInverse inverse) {
        RealMatrix matrix = new Array2DRowRealMatrix(inverse.rows(), inverse.columns());
        for (int i = 0; i < inverse.values().length; i++) {
            matrix.setEntry(i / inverse.columns(), i % inverse.columns(), inverse.values()[i]);
        }
        return matrix;
    }

    /** Relative to the largest expected entry. */
    private static void assertClose(RealMatrix actual, RealMatrix expected) {
        double scale = 0;
        double error = 0;
        for (int i = 0; i < expected.getRowDimension(); i++) {
            for (int j = 0; j < expected.getColumnDimension(); j++) {
                scale = Math.max(scale, Math.abs(expected.getEntry(i, j)));
                error = Math.max(error, Math.abs(actual.getEntry(i, j) - expected.getEntry(i, j)));
            }
        }
        assertThat(error).isLessThanOrEqualTo(1e-10 * scale);
    }

    private static RealMatrix random(long seed, int rows, int columns) {
        double[] values = HostArray.doubles(Encoders.uniform(seed, rows, columns));
        RealMatrix matrix = new Array2DRowRealMatrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            matrix.setEntry(i / columns, i % columns, values[i]);
        }
        return matrix;
    }

    private static RealMatrix orthogonal(long seed, int size) {
        return new SingularValueDecomposition(random(seed, size, size)).getU();
    }

    private static RealMatrix scaled(RealMatrix matrix, double... rows) {
        RealMatrix scaled = matrix.copy();
        for (int i = 0; i < rows.length; i++) {
            scaled.setRowMatrix(i, matrix.getRowMatrix(i).scalarMultiply(rows[i]));
        }
        return scaled;
    }

    private static RealMatrix equalRows() {
        RealMatrix matrix = random(17, 3, 6);
        matrix.setRowMatrix(2, matrix.getRowMatrix(0));
        return matrix;
    }

    private static RealMatrix identity() {
        RealMatrix matrix = new Array2DRowRealMatrix(4, 4);
        for (int i = 0; i < 4; i++) {
            matrix.setEntry(i, i, 1);
        }
        return matrix;
    }
}
