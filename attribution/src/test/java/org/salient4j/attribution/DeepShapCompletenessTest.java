package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** Σ attributions = f(x) - mean of f over the pool, on every network, for every output. */
class DeepShapCompletenessTest {
    private static final INDArray X = Golden.read("common_series/input");
    private static final INDArray POOL = X.mul(-0.5);
    private static final int[] LABELS = Golden.labels();

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm_ica", "tcn", "transformer"})
    void should_account_for_the_change_from_the_mean_over_the_pool(String net) {
        Network network = Golden.network(net, DataType.DOUBLE);
        Samples samples = Samples.of(network, X, LABELS);
        for (Output output : Output.values()) {
            double[] change = OutputValues.at(samples, samples.values(), output);
            int members = (int) POOL.size(0);
            for (int p = 0; p < members; p++) {
                double[] atMember = OutputValues.at(samples, repeated(p), output);
                for (int b = 0; b < change.length; b++) {
                    change[b] -= atMember[b] / members;
                }
            }

            Attribution a =
                    new DeepShap(DeepLiftMode.rescale(), output, BaselinePool.of(POOL))
                            .attribute(network, X, LABELS, Seed.of(3));

            for (int b = 0; b < LABELS.length; b++) {
                double sum = Arrays.stream(HostArray.doubles(a.values().slice(b).dup())).sum();
                assertThat(Math.abs(sum - change[b]) / Math.abs(change[b]))
                        .as("%s of sample %d", output, b)
                        .isLessThan(1e-5);
            }
        }
    }

    /** A member of the pool in the place of every sample. */
    private static double[] repeated(int member) {
        INDArray all = X.dup();
        for (int b = 0; b < LABELS.length; b++) {
            all.slice(b).assign(POOL.slice(member));
        }
        return HostArray.doubles(all);
    }
}
