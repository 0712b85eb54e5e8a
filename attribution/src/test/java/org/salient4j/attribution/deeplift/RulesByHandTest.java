package org.salient4j.attribution.deeplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;

/** Small graphs whose attributions can be written down. */
class RulesByHandTest {

    @Test
    void should_share_a_product_by_the_mean_of_the_other_operand() {
        RuleGraph product = RuleGraph.sumOf((g, x) -> cell(g, x, 0).mul(cell(g, x, 1)), 2);

        // 2·3 - 1·(-1) = 7: ½ (3 - 1) · 1 and ½ (2 + 1) · 4
        assertThat(product.attribute(new double[] {2, 3}, 1, -1))
                .containsExactly(new double[] {1, 6}, within(1e-14));
    }

    @Test
    void should_add_up_what_comes_back_on_several_ways() {
        RuleGraph square = RuleGraph.sumOf((g, x) -> x.mul(x), 1);
        RuleGraph fan = RuleGraph.sumOf((g, x) -> x.mul(3).add(x).add(x.mul(x)).sub(x.mul(5)), 1);

        assertThat(square.attribute(new double[] {3}, 1))
                .containsExactly(new double[] {8}, within(1e-14));
        // (3 + 1 - 5) · 2 + 8
        assertThat(fan.attribute(new double[] {3}, 1))
                .containsExactly(new double[] {6}, within(1e-14));
    }

    @Test
    void should_share_a_quotient_as_a_product_with_the_reciprocal() {
        RuleGraph quotient = RuleGraph.sumOf((g, x) -> cell(g, x, 0).div(cell(g, x, 1)), 2);

        // 6/2 - 1/4 = 2.75: ½ (½ + ¼) · 5 and -½ (6 + 1) · (-2) / 8
        assertThat(quotient.attribute(new double[] {6, 2}, 1, 4))
                .containsExactly(new double[] {1.875, 0.875}, within(1e-14));
    }

    @Test
    void should_send_a_maximum_to_the_winner_of_the_larger_side() {
        RuleGraph max = RuleGraph.sumOf((g, x) -> x.max(1), 3);

        // 5 against 4: the winner now; 2 against 4: the winner before.
        assertThat(max.attribute(new double[] {1, 5, 2}, 4, 0, 2))
                .containsExactly(new double[] {0, 1, 0}, within(1e-14));
        assertThat(max.attribute(new double[] {1, 2, 0}, 4, 0, 2))
                .containsExactly(new double[] {-2, 0, 0}, within(1e-14));
        assertThat(max.attribute(new double[] {7, 2, 0}, 4, 0, 2))
                .containsExactly(new double[] {3, 0, 0}, within(1e-14));
    }

    @Test
    void should_send_a_minimum_to_the_winner_of_the_smaller_side() {
        RuleGraph min = RuleGraph.sumOf((g, x) -> x.min(1), 2);

        assertThat(min.attribute(new double[] {1, 5}, 4, 3))
                .containsExactly(new double[] {-2, 0}, within(1e-14));
        assertThat(min.attribute(new double[] {6, 5}, 4, 3))
                .containsExactly(new double[] {0, 2}, within(1e-14));
    }

    /** Δvar = Σ (d + d₀) Δd / (n - 1). */
    @Test
    void should_take_variance_and_deviation_apart() {
        RuleGraph variance = RuleGraph.sumOf((g, x) -> g.variance(x, true, 1), 3);
        RuleGraph deviation = RuleGraph.sumOf((g, x) -> g.standardDeviation(x, true, 1), 3);

        // x: mean 2, d (-1, -1, 2), var 3; b: mean 1, d (0, 1, -1), var 1; x - b = (0, -1, 4)
        assertThat(variance.attribute(new double[] {1, 1, 4}, 1, 2, 0))
                .containsExactly(new double[] {0, 0, 2}, within(1e-14));
        double roots = Math.sqrt(3) + 1;
        assertThat(deviation.attribute(new double[] {1, 1, 4}, 1, 2, 0))
                .containsExactly(new double[] {0, 0, 2 / roots}, within(1e-14));
    }

    /** λᵢ = Δpᵢ / Δ log pᵢ; Δp₀ = λ₀ (Δz₀ - Σ λ Δz / Σ λ). */
    @Test
    void should_share_a_softmax_by_logarithmic_means() {
        RuleGraph softmax = RuleGraph.sumOf((g, x) -> cell(g, g.nn().softmax(x, 1), 0), 2);
        double p = 1 / (1 + Math.exp(-1)); // z = (2, 1)
        double p0 = 1 / (1 + Math.exp(3)); // z = (0, 3)
        double m = (p - p0) / (Math.log(p) - Math.log(p0));
        double n = (p0 - p) / (Math.log(1 - p) - Math.log(1 - p0));

        double[] a = softmax.attribute(new double[] {2, 1}, 0, 3);

        assertThat(a)
                .containsExactly(
                        new double[] {m * 2 * (1 - m / (m + n)), m * 2 * n / (m + n)},
                        within(1e-14));
        assertThat(a[0] + a[1]).isCloseTo(p - p0, within(1e-14));
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("tanh", g -> x -> g.math().tanh(x), Math::tanh),
                function("sigmoid", g -> x -> g.nn().sigmoid(x), v -> 1 / (1 + Math.exp(-v))),
                function("exp", g -> x -> g.math().exp(x), Math::exp),
                function("log", g -> x -> g.math().log(x), Math::log),
                function("sqrt", g -> x -> g.math().sqrt(x), Math::sqrt),
                function("rsqrt", g -> x -> g.math().rsqrt(x), v -> 1 / Math.sqrt(v)),
                function("cube", g -> x -> g.math().cube(x), v -> v * v * v),
                function("square", g -> x -> g.math().square(x), v -> v * v),
                function("reciprocal", g -> x -> g.math().reciprocal(x), v -> 1 / v),
                function("2 / x", g -> x -> x.rdiv(2), v -> 2 / v),
                function("relu", g -> x -> g.nn().relu(x.sub(1.1), 0), v -> Math.max(0, v - 1.1)),
                function("abs", g -> x -> g.math().abs(x.sub(1.1)), v -> Math.abs(v - 1.1)),
                function("x^2.5", g -> x -> g.math().pow(x, 2.5), v -> Math.pow(v, 2.5)));
    }

    private static Arguments function(
            String name,
            Function<SameDiff, UnaryOperator<SDVariable>> op,
            DoubleUnaryOperator value) {
        return Arguments.of(name, op, value);
    }

    /** (φ(x) - φ(x₀)) / (x - x₀), far apart, close, and at one point, where it is φ'. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void should_rescale_functions_of_one_input(
            String name, Function<SameDiff, UnaryOperator<SDVariable>> op, DoubleUnaryOperator f) {
        // y = φ(x₀ + x₁): the shares of x₀ and x₁ show the multiplier even where their sum is 0.
        RuleGraph graph = RuleGraph.sumOf((g, x) -> op.apply(g).apply(g.sum(x, 1)), 2);
        for (double change : new double[] {3, 0.7, -0.4, 1e-3, 1e-9, 1e-12, 0}) {
            double to = 0.5 + change;
            double h = 1e-5;
            double expected =
                    Math.abs(change) > 1e-4
                            ? (f.applyAsDouble(to) - f.applyAsDouble(0.5)) / change
                            : (f.applyAsDouble(0.5 + h) - f.applyAsDouble(0.5 - h)) / (2 * h);

            double[] a = graph.attribute(new double[] {to + 2, -2}, 0.5, 0);

            assertThat(a[0] / (to + 1.5)).isCloseTo(expected, within(1e-6));
            assertThat(a[1] / -2).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void should_see_through_what_stops_the_gradient() {
        RuleGraph stopped =
                RuleGraph.sumOf((g, x) -> new StopGradient(g, x.mul(3)).outputVariable(), 1);

        assertThat(stopped.attribute(new double[] {2}, 1))
                .containsExactly(new double[] {3}, within(1e-14));
    }

    private static SDVariable cell(SameDiff graph, SDVariable x, int column) {
        return graph.gather(x, new int[] {column}, 1);
    }
}
