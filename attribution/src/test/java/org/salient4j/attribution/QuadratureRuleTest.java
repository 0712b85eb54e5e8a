package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureRuleTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 20, 50, 51})
    void should_have_the_gauss_legendre_nodes_of_commons_math(int n) {
        GaussIntegrator expected = new GaussIntegratorFactory().legendre(n, 0, 1);
        double[] nodes = QuadratureRule.GAUSS_LEGENDRE.nodes(n);
        double[] weights = QuadratureRule.GAUSS_LEGENDRE.weights(n);

        for (int i = 0; i < n; i++) {
            assertThat(nodes[i]).isCloseTo(expected.getPoint(i), within(1e-15));
            assertThat(weights[i]).isCloseTo(expected.getWeight(i), within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 300})
    void should_integrate_polynomials_up_to_degree_2n_minus_1(int n) {
        for (int degree = 0; degree <= 2 * n - 1; degree++) {
            int power = degree;
            assertThat(integral(QuadratureRule.GAUSS_LEGENDRE, n, a -> Math.pow(a, power)))
                    .isCloseTo(1.0 / (degree + 1), within(2e-15));
        }
        assertThat(integral(QuadratureRule.GAUSS_LEGENDRE, 2, a -> Math.pow(a, 4)))
                .isNotCloseTo(0.2, within(1e-3));
    }

    @Test
    void should_place_riemann_nodes_where_their_names_say() {
        assertThat(QuadratureRule.RIEMANN_LEFT.nodes(4)).containsExactly(0, 0.25, 0.5, 0.75);
        assertThat(QuadratureRule.RIEMANN_RIGHT.nodes(4)).containsExactly(0.25, 0.5, 0.75, 1);
        assertThat(QuadratureRule.RIEMANN_MIDDLE.nodes(2)).containsExactly(0.25, 0.75);
        assertThat(QuadratureRule.RIEMANN_TRAPEZOID.nodes(3)).containsExactly(0, 0.5, 1);
        assertThat(QuadratureRule.RIEMANN_TRAPEZOID.weights(3)).containsExactly(0.25, 0.5, 0.25);
        assertThat(QuadratureRule.RIEMANN_TRAPEZOID_CAPTUM.weights(4))
                .containsExactly(0.125, 0.25, 0.25, 0.125);
    }

    @ParameterizedTest
    @EnumSource(QuadratureRule.class)
    void should_have_weights_that_sum_to_one_but_for_captum(QuadratureRule rule) {
        double expected = rule == QuadratureRule.RIEMANN_TRAPEZOID_CAPTUM ? 0.98 : 1;

        assertThat(Arrays.stream(rule.weights(50)).sum()).isCloseTo(expected, within(1e-14));
    }

    private static double integral(QuadratureRule rule, int n, DoubleUnaryOperator f) {
        double[] nodes = rule.nodes(n);
        double[] weights = rule.weights(n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[i] * f.applyAsDouble(nodes[i]);
        }
        return sum;
    }
}
