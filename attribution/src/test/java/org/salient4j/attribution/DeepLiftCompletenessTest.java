package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CifarResNetClassifier;
import org.salient4j.layers.zoo.CnnClassifier;
import org.salient4j.layers.zoo.ResNetClassifier;
import org.salient4j.layers.zoo.VggClassifier;

/** Σ attributions = f(x) - f(b), on every network, for every output, from several baselines. */
class DeepLiftCompletenessTest {
    private static final INDArray X = Golden.read("common_series/input");
    private static final int[] LABELS = Golden.labels();

    static Stream<Arguments> cases() {
        List<Arguments> all = new ArrayList<>();
        for (String net : List.of("lstm", "lstm_ica", "tcn", "transformer")) {
            for (Output output : Output.values()) {
                all.add(Arguments.of(net, output));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_account_for_the_whole_change_of_the_output(String net, Output output) {
        List<Baseline> baselines =
                List.of(
                        Baseline.zeros(),
                        Baseline.uniform(),
                        Baseline.constant(-1.5),
                        Baseline.mean(X),
                        Baseline.file(Golden.file("common_series/baseline")));
        Network network = Golden.network(net, DataType.DOUBLE);
        Samples samples = Samples.of(network, X, LABELS);
        double[] atX = OutputValues.at(samples, samples.values(), output);

        for (Baseline baseline : baselines) {
            Attribution a =
                    new DeepLift(DeepLiftMode.rescale(), output, baseline)
                            .attribute(network, X, LABELS, Seed.of(3));

            double[] atB = OutputValues.at(samples, baseline.values(samples, Seed.of(3)), output);
            for (int b = 0; b < LABELS.length; b++) {
                double change = atX[b] - atB[b];
                double sum = 0;
                for (double v : HostArray.doubles(a.values().slice(b).dup())) {
                    sum += v;
                }
                assertThat(Math.abs(sum - change) / Math.abs(change)).isLessThan(1e-5);
            }
        }
    }

    static Stream<Arguments> imageNetworks() {
        return Stream.of(
                        new CnnClassifier(2, 9, 8, 3, 4, 5, 6, 3, 0.25, 0.5),
                        new ResNetClassifier(2, 9, 8, List.of(3, 4), List.of(2, 1), 3),
                        new CifarResNetClassifier(2, 9, 8, 4, 1, 3),
                        new VggClassifier(
                                2, 9, 8, List.of(3, 4), List.of(1, 2), List.of(6), 3, 0.4))
                .flatMap(
                        network ->
                                Arrays.stream(Output.values())
                                        .map(output -> Arguments.of(network, output)));
    }

    @ParameterizedTest
    @MethodSource("imageNetworks")
    void should_account_for_it_on_images_too(Architecture architecture, Output output) {
        Network network = Network.initialise(architecture, DataType.DOUBLE, Seed.of(5));
        for (String name : network.parameters().names()) {
            if (name.contains("running")) { // as after a training
                network.parameters().get(name).muli(1.5).addi(0.2);
            }
        }
        INDArray x = Models.uniform(6, 4, 2, 9, 8);
        int[] labels = {0, 1, 2, 0};
        Samples samples = Samples.of(network, x, labels);
        Attribution a =
                new DeepLift(DeepLiftMode.rescale(), output, Baseline.uniform())
                        .attribute(network, x, labels, Seed.of(3));
        double[] start = Baseline.uniform().values(samples, Seed.of(3));
        double[] atX = OutputValues.at(samples, samples.values(), output);
        double[] atB = OutputValues.at(samples, start, output);
        double[] values = HostArray.doubles(a.values());
        for (int b = 0; b < labels.length; b++) {
            double sum =
                    Arrays.stream(values, b * samples.cells(), (b + 1) * samples.cells()).sum();
            assertThat(Math.abs(sum - (atX[b] - atB[b])) / Math.abs(atX[b] - atB[b]))
                    .isLessThan(1e-9);
        }
    }
}
