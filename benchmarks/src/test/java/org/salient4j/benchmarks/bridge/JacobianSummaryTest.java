package org.salient4j.benchmarks.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.GraphModel;

class JacobianSummaryTest {

    /** z = (½ x₁², x₂): J = diag(x₁, 1), of rank 1 where x₁ is 0. */
    private static DifferentiableModel model() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 2);
        SDVariable squares =
                graph.var("first", Nd4j.createFromArray(new double[][] {{0.5, 0}, {0, 0}}));
        SDVariable linear =
                graph.var("second", Nd4j.createFromArray(new double[][] {{0, 0}, {0, 1}}));
        x.mul(x).mmul(squares).add("z", x.mmul(linear));
        return GraphModel.of(graph, "x", "z", 2);
    }

    @Test
    void should_tell_norm_and_ranks_of_known_jacobians() {
        JacobianSummary summary =
                JacobianSummary.of(
                        model(), Nd4j.createFromArray(new double[][] {{3, 7}, {0, 7}, {1, 7}}));

        assertThat(summary.meanSquaredNorm()).isCloseTo((10 + 1 + 2) / 3.0, within(1e-12));
        assertThat(summary.lowestRank()).isEqualTo(1);
        assertThat(summary.medianRank()).isEqualTo(2);
        assertThat(summary.highestRank()).isEqualTo(2);
    }

    @Test
    void should_refuse_a_norm_that_no_jacobian_has() {
        assertThatThrownBy(() -> new JacobianSummary(Double.NaN, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("meanSquaredNorm must be at least 0, was NaN");
    }
}
