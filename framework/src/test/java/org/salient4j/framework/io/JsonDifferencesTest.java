package org.salient4j.framework.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDifferencesTest {

    @Test
    void should_name_what_differs_at_any_depth() {
        assertThat(differences("{\"a\":{\"b\":1,\"c\":2},\"d\":3}", "{\"a\":{\"b\":1,\"c\":4}}"))
                .containsExactly("a.c 2, asked for 4", "d 3, asked for nothing");
    }

    @Test
    void should_find_nothing_in_equal_trees() {
        assertThat(differences("{\"a\":1,\"b\":[1,2]}", "{\"b\":[1,2],\"a\":1}")).isEmpty();
    }

    private static List<String> differences(String there, String here) {
        return JsonDifferences.of(
                Json.parse(there, JsonNode.class, "there"),
                Json.parse(here, JsonNode.class, "here"));
    }
}
