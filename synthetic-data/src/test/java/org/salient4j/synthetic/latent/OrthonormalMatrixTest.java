package org.salient4j.synthetic.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrthonormalMatrixTest {

    @Test
    void should_have_orthonormal_columns() {
        SplittableRandom random = new SplittableRandom(1);
        for (int[] size : new int[][] {{1, 1}, {6, 6}, {25, 6}, {60, 60}, {200, 3}}) {
            double[][] q = OrthonormalMatrix.draw(size[0], size[1], random);
            assertThat(q).hasDimensions(size[0], size[1]);
            for (int a = 0; a < size[1]; a++) {
                for (int b = 0; b < size[1]; b++) {
                    double dot = 0;
                    for (double[] row : q) {
                        dot += row[a] * row[b];
                    }
                    assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-13));
                }
            }
        }
    }

    @Test
    void should_prefer_no_direction() {
        SplittableRandom random = new SplittableRandom(2);
        int draws = 20_000;
        double[][] mean = new double[3][3];
        double[][] square = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < draws; i++) {
            double[][] q = OrthonormalMatrix.draw(3, 3, random);
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    mean[a][b] += q[a][b] / draws;
                    square[a][b] += q[a][b] * q[a][b] / draws;
                }
            }
            for (int a = 0; a < 3; a++) {
                int b = (a + 1) % 3;
                int c = (a + 2) % 3;
                determinant += q[0][a] * (q[1][b] * q[2][c] - q[1][c] * q[2][b]) / draws;
            }
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(mean[a][b]).isCloseTo(0, within(.02));
                assertThat(square[a][b]).isCloseTo(1 / 3d, within(.01));
            }
        }
        // Rotations and reflections alike.
        assertThat(determinant).isCloseTo(0, within(.03));
    }
}
