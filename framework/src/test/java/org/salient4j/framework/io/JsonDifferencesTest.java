package org.salient4j.framework.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDifferencesTest {

    @Test
    void should_name_what_differs_at_any_depth() {
        assertThat(differences("{\"a\":{\"b\":1,\"c\":2},\"d\":3}", "{\"a\":{\"b\":1,\"c\":4}}"))
                .containsExactly("a.c: was 2, now 4", "d: was 3, now nothing");
    }

    @Test
    void should_cut_long_values_around_the_difference() {
        String text = "{\"a\":\"" + "x".repeat(300) + "%s" + "y".repeat(300) + "\"}";
        assertThat(differences(text.formatted("1"), text.formatted("2")))
                .containsExactly(
                        "a: was …xxxxxxxxxxxxxxxx1yyyyyyyyyyyyyyyyyyyyyyy…,"
                                + " now …xxxxxxxxxxxxxxxx2yyyyyyyyyyyyyyyyyyyyyyy…");
    }

    @Test
    void should_sum_up_many_differences() {
        assertThat(summary("{\"a\":1,\"b\":1,\"c\":1}", "{\"c\":2,\"b\":2,\"a\":2}"))
                .isEqualTo("c: was 1, now 2; b: was 1, now 2; a: was 1, now 2");
        assertThat(summary("{\"a\":1,\"b\":1,\"c\":1,\"d\":1}", "{\"e\":2,\"d\":1}"))
                .isEqualTo(
                        "e: was nothing, now 2; a: was 1, now nothing; b: was 1, now nothing; and 1 more");
        assertThat(summary("{\"a\":1}", "{\"a\":1}")).isEmpty();
    }

    @Test
    void should_find_nothing_in_equal_trees() {
        assertThat(differences("{\"a\":1,\"b\":[1,2]}", "{\"b\":[1,2],\"a\":1}")).isEmpty();
    }

    private static String summary(String there, String here) {
        return JsonDifferences.summary(
                Json.parse(there, JsonNode.class, "there"),
                Json.parse(here, JsonNode.class, "here"));
    }

    private static List<String> differences(String there, String here) {
        return JsonDifferences.of(
                Json.parse(there, JsonNode.class, "there"),
                Json.parse(here, JsonNode.class, "here"));
    }
}
