package org.salient4j.framework.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;

class JsonTest {

    /** Components in an order that is not the alphabet's. */
    record Options(double rate, Mode mode, List<String> names, Map<String, Integer> counts) {}

    enum Mode {
        UNIFORM_IN_RANGE,
        MEAN
    }

    private static final Options OPTIONS =
            new Options(0.5, Mode.UNIFORM_IN_RANGE, List.of("b", "a"), Map.of("z", 1, "y", 2));

    @Test
    void should_write_the_canonical_form_with_sorted_keys_and_no_space() {
        assertThat(Json.canonical(OPTIONS))
                .isEqualTo(
                        "{\"counts\":{\"y\":2,\"z\":1},\"mode\":\"uniform-in-range\","
                                + "\"names\":[\"b\",\"a\"],\"rate\":0.5}");
    }

    @Test
    void should_give_one_hash_whatever_the_order_of_a_map() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", Map.of("c", 2));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", Map.of("c", 2));
        other.put("a", 1);
        assertThat(Json.sha256(one)).isEqualTo(Json.sha256(other)).hasSize(64);
        // printf '{"a":1,"b":{"c":2}}' | sha256sum
        assertThat(Json.sha256(one))
                .isEqualTo("007f2c1c104514608c3cdf42ec59d710d0888592c1d1f72437d9b075093617b8");
    }

    @Test
    void should_read_what_it_writes(@TempDir Path folder) {
        Path file = folder.resolve("options.json");
        Json.write(file, OPTIONS);
        assertThat(Json.read(file, Options.class)).isEqualTo(OPTIONS);
        assertThat(Json.parse(Json.canonical(OPTIONS), Options.class, "here")).isEqualTo(OPTIONS);
    }

    @Test
    void should_keep_every_bit_of_a_double() {
        for (double rate : new double[] {Math.PI, 1e-300, -0.0, Double.NaN, 1.0 / 3}) {
            Options options = new Options(rate, Mode.MEAN, List.of(), Map.of());
            Options back = Json.parse(Json.canonical(options), Options.class, "here");
            assertThat(Double.doubleToLongBits(back.rate()))
                    .isEqualTo(Double.doubleToLongBits(rate));
        }
    }

    @Test
    void should_suggest_the_nearest_property() {
        refused(
                "{\"rate\":1,\"rte\":1}",
                "x.json: unknown property 'rte': did you mean 'rate'? known: counts, mode, names,"
                        + " rate");
    }

    @Test
    void should_name_what_is_missing_and_what_may_be_a_slip_for_it() {
        refused("{}", "x.json: rate must be a number, is missing");
        refused(
                "{\"rte\":1}",
                "x.json: rate must be a number, is missing (is 'rte' a slip for it?)");
        refused("{\"rate\":null}", "x.json: rate must be a number, is missing");
    }

    @Test
    void should_say_where_text_is_not_json() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.parse("{\n\"rate\": oops}", Options.class, "x.json"))
                .withMessageStartingWith("x.json: not JSON at line 2: ")
                .withMessageNotContaining("\n");
    }

    @Test
    void should_refuse_a_cut_off_document_and_one_with_more_behind_it() {
        for (String text : List.of("", "{\"rate\":", "{} {}", "null", "[]", "3")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .as(text)
                    .isThrownBy(() -> Json.parse(text, Options.class, "x.json"))
                    .withMessageStartingWith("x.json: ")
                    .withMessageNotContaining("\n");
        }
    }

    @Test
    void should_say_that_a_document_is_cut_off_in_its_own_words() {
        for (String text : List.of("{\"rate\":", "{\"rate\": 1,\n\"names\": [1,", "{\n\"rate\"")) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            refused(text, "x.json: not JSON at line " + line + ": it ends too early");
        }
    }

    record Grid(List<String> names, Map<String, String> changes) {
        Grid {
            names = List.copyOf(names);
            changes = Map.copyOf(changes);
        }
    }

    @Test
    void should_name_what_a_record_lacks() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.parse("{\"names\":[]}", Grid.class, "x.json"))
                .withMessage("x.json: must say changes");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.parse("{\"names\":[null],\"changes\":{}}", Grid.class, "x"))
                .withMessage("x: holds an empty value");
    }

    @Test
    void should_say_of_which_kind_a_value_must_be() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.parse("{\"names\":3,\"changes\":{}}", Grid.class, "x"))
                .withMessage("x: names must be a list, was 3");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.parse("{\"names\":[],\"changes\":\"a\"}", Grid.class, "x"))
                .withMessage("x: changes must be an object with parts, was 'a'");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.parse("[1]", Grid.class, "x"))
                .withMessage("x: must be an object with parts, was [1]");
    }

    @Test
    void should_not_set_all_parts_of_a_setting_from_one_word() {
        Grid grid = new Grid(List.of(), Map.of("epochs", "3"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.withSettings(grid, "grid", Map.of("changes", "epochs")))
                .withMessage(
                        "grid: changes has parts: set one, such as changes.epochs=..., or all of"
                                + " them as JSON");
    }

    @Test
    void should_name_a_missing_file(@TempDir Path folder) {
        Path missing = folder.resolve("no.json");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.read(missing, Options.class))
                .withMessage("cannot read " + missing + ": no such file");
    }

    @Test
    void should_name_a_file_that_is_no_text(@TempDir Path folder) throws Exception {
        Path binary = folder.resolve("binary.json");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.read(binary, Options.class))
                .withMessageStartingWith("cannot read " + binary + ": ");
    }

    private static void refused(String text, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Json.parse(text, Options.class, "x.json"))
                .withMessage(message);
    }
}
