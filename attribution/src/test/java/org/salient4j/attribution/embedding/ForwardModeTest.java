package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.Dual;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Scope;
import org.salient4j.layers.encoder.ConvolutionalEncoder;
import org.salient4j.layers.encoder.Encoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;

/** The Jacobian by reverse passes is that by tangents, which are ordinary forward ops. */
class ForwardModeTest {

    static Stream<Encoder> encoders() {
        Head blocks = Head.l2Normalise(List.of(new FeatureRange(0, 2), new FeatureRange(2, 5)));
        return Stream.of(
                new MlpEncoder(6, List.of(9, 7), 1, 4, Head.hardClip(5, 5)),
                new MlpEncoder(6, List.of(9, 9), 2, 5, blocks),
                new ConvolutionalEncoder(4, 5, 6, 3, Head.none()),
                new ConvolutionalEncoder(4, 8, 6, 5, blocks));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void should_equal_tangents_along_every_input(Encoder architecture) {
        Network encoder = Network.initialise(architecture, DataType.DOUBLE, Seed.of(3));
        long[] batch = batch(5, architecture.inputShape());
        INDArray x = Encoders.uniform(51, batch);

        EmbeddingAttribution jacobian = new NeuronGradient().attribute(encoder, x, Seed.of(1));

        double[] j = HostArray.doubles(jacobian.values());
        int inputs = (int) (x.length() / 5);
        for (int i = 0; i < inputs; i++) {
            double[] column = HostArray.doubles(tangent(encoder, x, unit(i, inputs, batch)));
            for (int row = 0; row < column.length; row++) {
                assertThat(j[row * inputs + i]).isCloseTo(column[row], within(1e-13));
            }
        }
        assertThat(j).hasSize(5 * architecture.outputs() * inputs);
    }

    private static INDArray tangent(Network encoder, INDArray x, INDArray u) {
        SameDiff graph = SameDiff.create();
        long[] shape = batch(-1, encoder.inputShape());
        SDVariable value = graph.placeHolder("x", DataType.DOUBLE, shape);
        SDVariable direction = graph.placeHolder("u", DataType.DOUBLE, shape);
        SDVariable tangent =
                ((Encoder) encoder.architecture())
                        .output(
                                new Scope(graph, encoder.parameters(), Mode.EXPLAIN),
                                new Dual(value, direction))
                        .tangent();
        return graph.output(Map.of("x", x, "u", u), tangent.name()).get(tangent.name());
    }

    /** Input i of every sample. */
    private static INDArray unit(int i, int inputs, long[] batch) {
        INDArray unit = Nd4j.zeros(DataType.DOUBLE, batch[0], inputs);
        unit.getColumn(i).assign(1);
        return unit.reshape(batch);
    }

    private static long[] batch(long rows, long[] example) {
        long[] shape = new long[example.length + 1];
        shape[0] = rows;
        System.arraycopy(example, 0, shape, 1, example.length);
        return shape;
    }
}
