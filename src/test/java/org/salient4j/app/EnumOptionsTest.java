package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.framework.io.Json;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command that takes a constant of an enum, found by walking them. */
class EnumOptionsTest {

    /** An option as it is called, and what it takes. */
    private record EnumOption(String command, OptionSpec option, Class<?> type) {
        List<String> names() {
            return Stream.of(type.getEnumConstants()).map(c -> Json.tree(c).asText()).toList();
        }

        /** What is said of a value; an option that no command has keeps it from running. */
        String refusal(String value) {
            List<Object> words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(List.of(option.longestName(), value, "--no-such-option"));
            Cli run = Cli.run(words.toArray());
            assertThat(run.code()).isEqualTo(ErrorLine.BAD_INPUT);
            return run.err();
        }

        @Override
        public String toString() {
            return command + " " + option.longestName();
        }
    }

    static List<EnumOption> options() {
        List<EnumOption> found = new ArrayList<>();
        collect(found, Main.line(new Salient4jCommand(List.of(), null)), "");
        return found;
    }

    private static void collect(List<EnumOption> found, CommandLine line, String command) {
        for (OptionSpec option : line.getCommandSpec().options()) {
            for (Class<?> type : option.auxiliaryTypes()) {
                if (type.isEnum()) {
                    found.add(new EnumOption(command, option, type));
                }
            }
        }
        line.getSubcommands()
                .forEach((name, each) -> collect(found, each, (command + " " + name).strip()));
    }

    @Test
    void should_find_the_trainings_of_every_experiment() {
        assertThat(options())
                .extracting(EnumOption::toString)
                .contains(
                        "benchmark time-series --trainings",
                        "benchmark bridge --trainings",
                        "reproduce xcebra --trainings");
    }

    @ParameterizedTest
    @MethodSource("options")
    void should_take_and_document_the_names_that_settings_and_results_have(EnumOption option) {
        String help = String.join(" ", option.option().description());
        for (String name : option.names()) {
            assertThat(option.refusal(name)).contains("--no-such-option");
            assertThat(help).contains(name);
        }
        if (option.option().isMultiValue()) {
            assertThat(option.refusal(String.join(",", option.names())))
                    .contains("--no-such-option");
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void should_name_what_there_is_where_a_name_is_unknown(EnumOption option) {
        assertThat(option.refusal("no-such-name").strip())
                .contains(option.names())
                .doesNotContain("\n", "java.");
    }
}
