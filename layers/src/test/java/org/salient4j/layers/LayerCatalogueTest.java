package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCatalogueTest {
    private static final List<String> LAYERS =
            List.of(
                    "CausalConvolution",
                    "Convolution2d",
                    "CroppedSkip",
                    "Dense",
                    "Dropout",
                    "EncoderLayer",
                    "Gelu",
                    "HardClip",
                    "InputCellAttention",
                    "InputCellAttentionLstm",
                    "L2Normalise",
                    "Lstm",
                    "MaxPooling2d",
                    "MultiHeadAttention",
                    "PointwiseConvolution",
                    "PositionalEncoding",
                    "Relu",
                    "Softmax",
                    "Tanh",
                    "TemporalBlock",
                    "UnbiasedLayerNorm",
                    "ValidConvolution");

    @Test
    void should_find_every_layer() {
        assertThat(names(LayerCatalogue.layers())).containsAll(LAYERS).isSorted();
    }

    /** A layer without a tangent could be in no encoder whose Jacobian is penalised. */
    @Test
    void should_have_a_tangent_and_a_contract_for_every_layer() throws ClassNotFoundException {
        for (Class<? extends Layer> layer : LayerCatalogue.layers()) {
            assertThat(TangentLayer.class).isAssignableFrom(layer);
            assertThat(LayerContract.class)
                    .isAssignableFrom(Class.forName(layer.getName() + "Test"));
        }
    }

    @Test
    void should_find_them_in_an_archive(@TempDir Path folder) throws Exception {
        Path classes =
                Path.of(
                        LayerCatalogue.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Path archive = folder.resolve("layers.jar");
        pack(classes, archive);
        assertThat(names(LayerCatalogue.layers(archive))).isEqualTo(names(LayerCatalogue.layers()));
    }

    private static List<String> names(List<Class<? extends Layer>> layers) {
        return layers.stream().map(Class::getSimpleName).toList();
    }

    private static void pack(Path classes, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }
}
