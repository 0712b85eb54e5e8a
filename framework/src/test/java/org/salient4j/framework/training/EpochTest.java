package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.io.Json;

class EpochTest {
    @Test
    void should_leave_out_of_a_file_what_was_not_measured() {
        Epoch epoch = new Epoch(3, Map.of("total", 0.5), Double.NaN, Double.NaN, Double.NaN);

        String text = Json.canonical(epoch);

        assertThat(text).isEqualTo("{\"epoch\":3,\"losses\":{\"total\":0.5}}");
        assertThat(Json.parse(text, Epoch.class, "test")).isEqualTo(epoch);
    }

    @Test
    void should_keep_what_was_measured() {
        Epoch epoch = new Epoch(0, Map.of("a", 2.0, "total", 0.5), 0, 0.75, 0.25);

        String text = Json.canonical(epoch);

        assertThat(text).contains("\"trainAccuracy\":0.0", "\"validationAccuracy\":0.75");
        assertThat(Json.parse(text, Epoch.class, "test")).isEqualTo(epoch);
    }
}
