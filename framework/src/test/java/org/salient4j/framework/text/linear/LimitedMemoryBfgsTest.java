package org.salient4j.framework.text.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LimitedMemoryBfgsTest {

    @Test
    void should_find_the_bottom_of_rosenbrock_s_valley() {
        double[] x = {-1.2, 1};
        int steps =
                LimitedMemoryBfgs.minimise(
                        x,
                        (at, gradient) -> {
                            double a = 1 - at[0];
                            double b = at[1] - at[0] * at[0];
                            gradient[0] = -2 * a - 400 * at[0] * b;
                            gradient[1] = 200 * b;
                            return a * a + 100 * b * b;
                        });
        assertThat(x).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(steps).isLessThan(100);
    }

    @Test
    void should_find_the_bottom_of_a_long_ellipse() {
        double[] x = new double[30];
        LimitedMemoryBfgs.minimise(
                x,
                (at, gradient) -> {
                    double sum = 0;
                    for (int i = 0; i < at.length; i++) {
                        double scale = Math.pow(10, i / 10d);
                        gradient[i] = scale * (at[i] - i);
                        sum += scale * (at[i] - i) * (at[i] - i) / 2;
                    }
                    return sum;
                });
        for (int i = 0; i < x.length; i++) {
            assertThat(x[i]).isCloseTo(i, within(1e-6));
        }
    }
}
