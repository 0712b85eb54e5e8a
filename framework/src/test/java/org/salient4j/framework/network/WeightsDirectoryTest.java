package org.salient4j.framework.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.layers.TimePooling;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.InputCellAttentionClassifier;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.layers.zoo.TcnClassifier;
import org.salient4j.layers.zoo.TransformerClassifier;

class WeightsDirectoryTest {
    @TempDir private Path folder;

    @Test
    void should_read_the_sizes_off_the_arrays() {
        Network lstm = written(new LstmClassifier(50, 7, 4, 3, 0.1, 0, false));
        Network read = WeightsDirectory.network("lstm", Map.of(), folder, null);
        assertThat(read.architecture()).isEqualTo(lstm.architecture());
        assertThat(read.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(read.parameters().snapshot()).isEqualTo(lstm.parameters().snapshot());
    }

    @Test
    void should_read_the_sizes_of_attention_and_keep_what_is_set() {
        Network network =
                written(new InputCellAttentionClassifier(9, 6, 4, 11, 3, 2, 0.2, 0, false));
        Network read =
                WeightsDirectory.network(
                        "lstm-input-cell",
                        Map.of("timeSteps", "9", "dropout", "0.2"),
                        folder,
                        DataType.DOUBLE);
        assertThat(read.architecture()).isEqualTo(network.architecture());
        assertThat(read.dataType()).isEqualTo(DataType.DOUBLE);
        INDArray x = Nd4j.linspace(DataType.FLOAT, -1, 0.01, 2 * 9 * 6).reshape(2, 9, 6);
        assertThat(read.output(x).castTo(DataType.FLOAT).equalsWithEps(network.output(x), 1e-5))
                .isTrue();
    }

    @Test
    void should_read_a_convolutional_network_whose_channels_are_set() {
        Network network =
                written(
                        new TcnClassifier(
                                50, 7, List.of(4, 6), 3, 3, 0.1, TimePooling.LAST_STEP, false));
        Network read =
                WeightsDirectory.network(
                        "tcn", Map.of("channels", "4,6", "pooling", "last-step"), folder, null);
        assertThat(read.architecture()).isEqualTo(network.architecture());
        assertThat(read.parameters().snapshot()).isEqualTo(network.parameters().snapshot());
    }

    @Test
    void should_read_a_transformer_whose_layers_and_width_are_set() {
        TransformerClassifier small =
                new TransformerClassifier(
                        50, 6, 2, 3, 11, 4, 0.1, false, true, TimePooling.MAX_OVER_TIME, false);
        Network network = written(small);
        Network read =
                WeightsDirectory.network(
                        "transformer",
                        Map.of("layers", "2", "features", "6", "heads", "3", "causal", "false"),
                        folder,
                        null);
        assertThat(read.architecture()).isEqualTo(small);
        assertThat(read.parameters().snapshot()).isEqualTo(network.parameters().snapshot());
    }

    @Test
    void should_refuse_arrays_of_two_sizes() {
        written(new LstmClassifier(50, 7, 4, 3, 0.1, 0, false));
        NpyFile.write(folder.resolve("weight_hh.npy"), Nd4j.zeros(DataType.FLOAT, 16, 5));
        assertThatThrownBy(() -> WeightsDirectory.network("lstm", Map.of(), folder, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("must have shape");
    }

    @ParameterizedTest
    @MethodSource("ranks")
    void should_name_the_file_with_both_shapes_where_the_rank_is_wrong(long... shape) {
        written(new LstmClassifier(50, 7, 4, 3, 0.1, 0, false));
        Path bias = folder.resolve("fc.bias.npy");
        NpyFile.write(bias, Nd4j.zeros(DataType.FLOAT, shape));
        assertThatThrownBy(() -> WeightsDirectory.network("lstm", Map.of(), folder, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(bias + " must have shape [3], found " + Arrays.toString(shape));
    }

    static Stream<long[]> ranks() {
        return Stream.of(new long[] {1, 3}, new long[] {3, 1}, new long[] {}, new long[] {5, 2, 1});
    }

    @Test
    void should_refuse_a_number_that_is_none() throws Exception {
        written(new LstmClassifier(50, 7, 4, 3, 0.1, 0, false));
        Files.delete(folder.resolve("fc.bias.npy"));
        NpyFile.write(folder.resolve("fc.bias.npy"), Nd4j.createFromArray(1f, Float.NaN, 0f));
        assertThatThrownBy(() -> WeightsDirectory.network("lstm", Map.of(), folder, null))
                .hasMessageContaining("fc.bias.npy must be finite");
    }

    private Network written(Architecture architecture) {
        Network network = Network.initialise(architecture, DataType.FLOAT, Seed.of(3));
        network.parameters()
                .snapshot()
                .forEach((name, array) -> NpyFile.write(folder.resolve(name + ".npy"), array));
        return network;
    }
}
