package org.salient4j.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.io.Json;

class ProvenanceTest {

    @Test
    void should_know_the_versions_and_the_backend() {
        Provenance here = Provenance.now(Seed.of(7), List.of("salient4j", "train"));
        assertThat(here.nd4j()).matches("\\d+\\.\\d+.*");
        assertThat(here.salient4j()).matches("\\d+\\.\\d+.*").isEqualTo(Provenance.version());
        assertThat(here.backend()).endsWith("Backend");
        assertThat(here.cpus()).isPositive();
        assertThat(here.seed()).isEqualTo(7);
        assertThat(here.time()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void should_come_back_from_json() {
        Provenance here = Provenance.now(null, List.of());
        assertThat(Json.parse(Json.pretty(here), Provenance.class, "provenance")).isEqualTo(here);
    }
}
