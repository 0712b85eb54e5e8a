package org.salient4j.layers.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CebraModelsTest {

    @Test
    void should_size_the_models_of_single_steps() {
        assertThat(CebraModels.encoder("offset1-model", 50, 33, 6))
                .isEqualTo(new MlpEncoder(50, List.of(33, 33, 16), 1, 6, Head.l2Normalise()));
        assertThat(CebraModels.encoder("offset1-model-v2", 50, 33, 6))
                .isEqualTo(new MlpEncoder(50, List.of(33, 33, 33), 1, 6, Head.l2Normalise()));
        assertThat(CebraModels.encoder("offset1-model-mse", 50, 33, 6))
                .isEqualTo(new MlpEncoder(50, List.of(180, 180, 60), 1, 6, Head.none()));
        assertThat(CebraModels.encoder("offset1-model-mse-clip-5-25", 50, 33, 6))
                .isEqualTo(new MlpEncoder(50, List.of(180, 180, 60), 1, 6, Head.hardClip(5, 25)));
        assertThat(CebraModels.encoder("offset1-model-mse-tanh", 50, 33, 2))
                .isEqualTo(new MlpEncoder(50, List.of(60, 60, 20), 1, 2, Head.tanh()));
        assertThat(CebraModels.encoder("offset1-model-mse-v2-10layers", 50, 32, 6))
                .isEqualTo(new MlpEncoder(50, List.of(32, 32, 16), 10, 6, Head.none()));
        assertThat(CebraModels.encoder("offset1-model-mse-v2-2layers-tanh", 50, 32, 6))
                .isEqualTo(new MlpEncoder(50, List.of(32, 32, 16), 2, 6, Head.tanh()));
    }

    @ParameterizedTest
    @CsvSource({"5", "10", "15", "20", "36", "40", "50"})
    void should_size_the_models_of_windows(int window) {
        assertThat(CebraModels.encoder("offset" + window + "-model", 50, 32, 6))
                .isEqualTo(new ConvolutionalEncoder(50, window, 32, 6, Head.l2Normalise()));
        assertThat(CebraModels.encoder("offset" + window + "-model-mse", 50, 32, 6))
                .isEqualTo(new ConvolutionalEncoder(50, window, 32, 6, Head.none()));
    }

    @ParameterizedTest
    @MethodSource("org.salient4j.layers.encoder.CebraModels#names")
    void should_know_every_listed_name_as_a_preset_of_one_kind(String name) {
        Encoder encoder = CebraModels.encoder(name, 50, CebraModels.DEFAULT_UNITS, 6);
        assertThat(encoder.presets()).containsEntry(name, encoder);
    }

    @Test
    void should_refuse_unknown_names_and_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> CebraModels.encoder("offset7-model", 50, 32, 6))
                .hasMessageStartingWith("encoder must be one of offset1-model, offset1-model-v2")
                .hasMessageEndingWith("was offset7-model");
        assertThatThrownBy(() -> CebraModels.encoder("offset1-model", 50, 1, 6))
                .hasMessage("units must be at least 2, was 1");
        assertThatThrownBy(() -> CebraModels.encoder("offset1-model-mse", 50, 32, 0))
                .hasMessage("dimension must be at least 1, was 0");
        assertThatThrownBy(() -> CebraModels.encoder("offset1-model-mse-clip-0-5", 50, 32, 6))
                .hasMessage("bounds must be positive, was 0.0");
        assertThatThrownBy(() -> CebraModels.encoder("offset1-model-mse-v2-0layers", 50, 32, 6))
                .hasMessage("repeats must be at least 1, was 0");
    }
}
