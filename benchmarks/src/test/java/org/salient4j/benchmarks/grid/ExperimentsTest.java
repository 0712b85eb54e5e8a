package org.salient4j.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.benchmarks.report.ExperimentReports;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;

class ExperimentsTest {

    static Stream<String> reported() {
        return ExperimentReports.registry().names().stream();
    }

    /** A worker knows nothing but the card. */
    @ParameterizedTest
    @MethodSource("reported")
    void should_make_every_experiment_again_from_its_card(String name) {
        Experiment<?, ?> experiment = Experiments.registry().get(name);
        ExperimentCard card = ExperimentCard.of(experiment);
        String travelled = Json.canonical(card);
        Experiment<?, ?> again =
                Experiments.of(Json.parse(travelled, ExperimentCard.class, "card"));
        assertThat(again).isEqualTo(experiment);
        assertThat(Json.canonical(again.cells())).isEqualTo(Json.canonical(experiment.cells()));
    }

    @Test
    void should_keep_what_is_set_otherwise() {
        VanishingSaliency changed =
                new VanishingSaliency(
                        List.of("quick"), List.of("lstm"), 2, Map.of("options.epochs", "3"));
        assertThat(Experiments.of(ExperimentCard.of(changed))).isEqualTo(changed);
    }

    @Test
    void should_suggest_the_nearest_name() {
        ExperimentCard card =
                new ExperimentCard("vanishing-salency", Json.mapper().createObjectNode());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Experiments.of(card))
                .withMessageContaining("'vanishing-saliency'");
    }
}
