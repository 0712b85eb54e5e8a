package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.Rows;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** Integrated gradients become complete as nodes are added, fast where networks are smooth. */
class ConvergenceTest {
    private static final INDArray X = Rows.pick(Golden.read("common_series/input"), 0, 1);
    private static final int[] LABELS = Arrays.copyOf(Golden.labels(), 2);

    /** Kinks of ReLU and max leave an error of about 1/n instead of none. */
    @ParameterizedTest
    @CsvSource({"lstm, 1e-10", "lstm_ica, 1e-10", "tcn, 3e-2", "transformer, 1e-2"})
    void should_approach_completeness_with_more_nodes(String net, double most) {
        Network network = Golden.network(net, DataType.DOUBLE);

        double few = error(network, 5);
        double many = error(network, 100);

        assertThat(many).isLessThan(Math.min(most, few / 4));
    }

    private static double error(Network network, int steps) {
        double[] delta =
                new IntegratedGradients(
                                steps,
                                QuadratureRule.GAUSS_LEGENDRE,
                                Output.LOGIT,
                                Baseline.zeros())
                        .attribute(network, X, LABELS, Seed.of(1))
                        .convergenceDelta()
                        .orElseThrow();
        double worst = 0;
        for (double d : delta) {
            worst = Math.max(worst, Math.abs(d));
        }
        return worst;
    }
}
