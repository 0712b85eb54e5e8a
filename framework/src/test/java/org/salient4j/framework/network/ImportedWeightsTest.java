package org.salient4j.framework.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.salient4j.framework.io.NpzArchive;
import org.salient4j.layers.TimePooling;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.InputCellAttentionClassifier;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.layers.zoo.ResNetClassifier;
import org.salient4j.layers.zoo.TcnClassifier;
import org.salient4j.layers.zoo.TransformerClassifier;
import org.salient4j.layers.zoo.VggClassifier;

class ImportedWeightsTest {
    @TempDir private Path folder;

    @Test
    void should_read_the_sizes_off_the_arrays() {
        Network lstm = written(new LstmClassifier(50, 7, 4, 3, 0.1, 0, false));
        Network read = ImportedWeights.network("lstm", Map.of(), folder, null);
        assertThat(read.architecture()).isEqualTo(lstm.architecture());
        assertThat(read.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(read.parameters().snapshot()).isEqualTo(lstm.parameters().snapshot());
    }

    @Test
    void should_read_the_sizes_of_attention_and_keep_what_is_set() {
        Network network =
                written(new InputCellAttentionClassifier(9, 6, 4, 11, 3, 2, 0.2, 0, false));
        Network read =
                ImportedWeights.network(
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
                ImportedWeights.network(
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
                ImportedWeights.network(
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
        assertThatThrownBy(() -> ImportedWeights.network("lstm", Map.of(), folder, null))
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
        assertThatThrownBy(() -> ImportedWeights.network("lstm", Map.of(), folder, null))
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
        assertThatThrownBy(() -> ImportedWeights.network("lstm", Map.of(), folder, null))
                .hasMessageContaining("fc.bias.npy must be finite");
    }

    @Test
    void should_read_an_archive_with_running_statistics_and_leave_out_their_counters() {
        Network network =
                Network.initialise(
                        new ResNetClassifier(3, 8, 8, List.of(3, 4), List.of(1, 1), 5),
                        DataType.FLOAT,
                        Seed.of(3));
        network.parameters().get("bn1.running_var").assign(7);
        Map<String, INDArray> all = new TreeMap<>(network.parameters().snapshot());
        all.put("bn1.num_batches_tracked", Nd4j.scalar(DataType.LONG, 11));
        Path archive = folder.resolve("weights.npz");
        NpzArchive.write(archive, all, Map.of(), NpzArchive.Compression.DEFLATED);
        Network read =
                ImportedWeights.network(
                        "resnet-18",
                        Map.of("filters", "3,4", "blocks", "1,1", "height", "8", "width", "8"),
                        archive,
                        null);
        assertThat(read.architecture()).isEqualTo(network.architecture()); // 5 classes among it
        assertThat(read.parameters().snapshot()).isEqualTo(network.parameters().snapshot());
        assertThat(read.parameters().trainable()).doesNotContain("bn1.running_var");
        INDArray x = Nd4j.linspace(DataType.FLOAT, -1, 0.01, 2 * 3 * 64).reshape(2, 3, 8, 8);
        assertThat(read.output(x)).isEqualTo(network.output(x));
    }

    @Test
    void should_put_a_fresh_classifier_on_pretrained_convolutions() {
        Network pretrained =
                written(
                        new VggClassifier(
                                3, 8, 8, List.of(3, 4), List.of(1, 1), List.of(9, 9), 11, 0.5));
        Map<String, String> settings =
                Map.of(
                        "filters", "3,4",
                        "convolutions", "1,1",
                        "hidden", "6",
                        "height", "8",
                        "width", "8",
                        "classes", "2");
        FreshPart head = new FreshPart("classifier.", Seed.of(4));
        Network read = ImportedWeights.network("vgg-16", settings, folder, null, head);
        assertThat(read.parameters().get("features.3.weight"))
                .isEqualTo(pretrained.parameters().get("features.3.weight"));
        assertThat(read.parameters().get("classifier.0.weight").shape()).containsExactly(6, 16);
        assertThat(read.parameters().get("classifier.3.weight").shape()).containsExactly(2, 6);
        assertThat(read.parameters().get("classifier.0.weight").stdNumber().doubleValue())
                .isPositive();
        FreshPart none = new FreshPart("head.", Seed.of(4));
        assertThatThrownBy(() -> ImportedWeights.network("vgg-16", settings, folder, null, none))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "no parameter of the network 'vgg-16' begins with 'head.'; there are [");
    }

    @Test
    void should_refuse_what_is_no_archive_and_what_is_not_there() throws Exception {
        Path file = folder.resolve("weights.npz");
        Files.writeString(file, "no zip");
        assertThatThrownBy(() -> ImportedWeights.network("lstm", Map.of(), file, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(file + " is truncated or not an archive");
        Path missing = folder.resolve("nowhere");
        assertThatThrownBy(() -> ImportedWeights.network("lstm", Map.of(), missing, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cannot read weights from " + missing + ": no such folder or archive");
    }

    private Network written(Architecture architecture) {
        Network network = Network.initialise(architecture, DataType.FLOAT, Seed.of(3));
        network.parameters()
                .snapshot()
                .forEach((name, array) -> NpyFile.write(folder.resolve(name + ".npy"), array));
        return network;
    }
}
