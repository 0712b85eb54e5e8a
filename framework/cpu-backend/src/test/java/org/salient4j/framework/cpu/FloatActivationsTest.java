package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FloatActivationsTest {
    @Test
    void should_be_within_2e7_of_the_exact_values() {
        int n = 4_000_001;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (i - n / 2) * 1e-5f;
        }
        float[] tanh = x.clone();
        FloatActivations.tanh(tanh, 0, n);
        float[] sigmoid = x.clone();
        FloatActivations.sigmoid(sigmoid, 0, n);

        double tanhError = 0;
        double sigmoidError = 0;
        for (int i = 0; i < n; i++) {
            double exact = Math.tanh(x[i]);
            tanhError = Math.max(tanhError, Math.abs(tanh[i] - exact));
            double exactSigmoid = 1 / (1 + Math.exp(-x[i]));
            sigmoidError = Math.max(sigmoidError, Math.abs(sigmoid[i] - exactSigmoid));
        }
        assertThat(tanhError).isLessThan(2e-7);
        assertThat(sigmoidError).isLessThan(1.5e-7);
        for (int i = 0; i < n; i++) {
            // The gradient 1 - tanh² must not be negative.
            if (Math.abs(tanh[i]) > 1 || sigmoid[i] < 0 || sigmoid[i] > 1) {
                fail("out of range at " + x[i] + ": " + tanh[i] + ", " + sigmoid[i]);
            }
        }
    }

    @Test
    void should_be_within_4e7_of_tanh_in_relative_terms() {
        float[] x = new float[300];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.pow(10, -0.1 * i);
        }
        float[] tanh = x.clone();
        FloatActivations.tanh(tanh, 0, x.length);

        for (int i = 0; i < x.length; i++) {
            double exact = Math.tanh(x[i]);
            assertThat((double) tanh[i]).isCloseTo(exact, within(4e-7 * exact));
        }
    }

    @Test
    void should_keep_nan_zero_and_infinity() {
        float[] x = {Float.NaN, Float.NEGATIVE_INFINITY, -0f, 0f, Float.POSITIVE_INFINITY};
        float[] tanh = x.clone();
        FloatActivations.tanh(tanh, 0, x.length);
        float[] sigmoid = x.clone();
        FloatActivations.sigmoid(sigmoid, 0, x.length);

        assertThat(tanh).containsExactly(Float.NaN, -1f, -0f, 0f, 1f);
        assertThat(sigmoid).containsExactly(Float.NaN, 0f, 0.5f, 0.5f, 1f);
    }

    @Test
    void should_leave_the_rest_of_the_array_alone() {
        float[] x = {2, 2, 2, 2};
        FloatActivations.tanh(x, 1, 3);

        assertThat(x[0]).isEqualTo(2);
        assertThat(x[1]).isLessThan(1);
        assertThat(x[3]).isEqualTo(2);
    }
}
