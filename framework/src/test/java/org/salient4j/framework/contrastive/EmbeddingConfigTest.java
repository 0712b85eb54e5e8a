package org.salient4j.framework.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.losses.InfoNce;
import org.salient4j.losses.JacobianEstimator;
import org.salient4j.losses.Similarity;
import org.salient4j.losses.Temperature;

class EmbeddingConfigTest {
    private static final String NORMALISED = "offset1-model";
    private static final String CLIPPED = "offset1-model-mse-clip-5-5";

    @Test
    void should_take_the_defaults_where_nothing_is_said() {
        assertThat(options(CLIPPED, "{}")).isEqualTo(new ContrastiveOptions());
        assertThat(options(CLIPPED, "null")).isEqualTo(new ContrastiveOptions());
        assertThat(options(NORMALISED, "{}").loss())
                .isEqualTo(new InfoNce(Similarity.COSINE, Temperature.fixed(1)));
    }

    @Test
    void should_fill_a_loss_that_says_a_part_with_the_defaults() {
        assertThat(options(CLIPPED, "{\"loss\": {\"similarity\": \"cosine\"}}").loss())
                .isEqualTo(new InfoNce(Similarity.COSINE, Temperature.fixed(1)));
        String learned = "{\"loss\": {\"temperature\": {\"learned\": true}}}";
        assertThat(options(CLIPPED, learned).loss())
                .isEqualTo(new InfoNce(Similarity.EUCLIDEAN, Temperature.learned(1)));
        String fixed = "{\"loss\": {\"temperature\": {\"value\": 0.5}}}";
        assertThat(options(NORMALISED, fixed).loss())
                .isEqualTo(new InfoNce(Similarity.COSINE, Temperature.fixed(0.5)));
        assertThat(options(CLIPPED, "{\"estimator\": \"adjoint-exact\"}").estimator())
                .isEqualTo(JacobianEstimator.ADJOINT_EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "\"fast\"", "3", "true"})
    void should_refuse_training_settings_that_are_no_object(String training) {
        assertThatThrownBy(() -> config(CLIPPED, "", training))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("encoder.json: training must be an object with parts, was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[5]", "\"fast\"", "3", "false"})
    void should_refuse_settings_of_a_sampler_that_are_no_object(String settings) {
        String objective =
                "{\"name\": \"time\", \"from\": 0, \"to\": 3, \"positives\": \"time-offset\","
                        + " \"settings\": %s}";
        assertThatThrownBy(() -> config(CLIPPED, objective.formatted(settings), "null"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "encoder.json: objectives[0].settings must be an object with parts, was");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'loss': 'cosine'} | training: loss must be an object with parts, was 'cosine'",
                "{'loss': {'temperature': 0.5}} | training: loss.temperature must be an object",
                "{'loss': {'similarty': 'cosine'}} | did you mean 'similarity'?",
                "{'loss': {'temperature': {'lerned': true}}} | did you mean 'learned'?",
                "{'loss': {'temperature': {'value': -1}}} | temperature must be",
                "{'lambda': null} | training: lambda must be a number",
                "{'lamda': 1} | unknown setting of training 'lamda': did you mean 'lambda'?",
                "{'lambda': 1, 'lambda': 2} | 'lambda' is there twice",
                "{'estimator': 'adjoint-exact', 'draws': 3} | draws"
            })
    void should_say_what_is_wrong_with_a_setting_of_training(String training, String message) {
        assertThatThrownBy(() -> options(CLIPPED, training.replace('\'', '"')))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void should_refuse_a_loss_where_labels_are_fitted() {
        String objective = "{\"name\": \"speed\", \"from\": 0, \"to\": 3, \"labels\": [0, 1, 2]}";
        String training = "{\"loss\": {\"similarity\": \"cosine\"}}";
        assertThatThrownBy(() -> config(CLIPPED, objective, training).options())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("loss")
                .hasMessageContaining("labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset1-model-mse", "offset1-model-mse-tanh", CLIPPED})
    void should_refuse_units_of_a_model_whose_widths_follow_from_its_dimension(String model) {
        String json = "{\"model\": \"%s\", \"dimension\": 3, \"units\": 64}".formatted(model);
        EmbeddingConfig config = Json.parse(json, EmbeddingConfig.class, "encoder.json");
        assertThatThrownBy(() -> config.encoder(10))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(model + " takes no units");
    }

    @Test
    void should_take_units_of_a_model_that_has_them() {
        String json = "{\"model\": \"offset10-model\", \"dimension\": 3, \"units\": 8}";
        EmbeddingConfig config = Json.parse(json, EmbeddingConfig.class, "encoder.json");
        assertThat(config.encoder(10).toString()).contains("8");
    }

    private static ContrastiveOptions options(String model, String training) {
        return config(model, "", training).options();
    }

    private static EmbeddingConfig config(String model, String objectives, String training) {
        String json =
                "{\"model\": \"%s\", \"dimension\": 3, \"objectives\": [%s], \"training\": %s}"
                        .formatted(model, objectives, training);
        return Json.parse(json, EmbeddingConfig.class, "encoder.json");
    }
}
