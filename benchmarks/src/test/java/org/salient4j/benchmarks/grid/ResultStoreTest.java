package org.salient4j.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.progress.Progress;

class ResultStoreTest {

    private static final Squares.Cell FIRST = new Squares.Cell(0, "plain");
    private static final Squares.Cell SECOND = new Squares.Cell(1, "plain");

    @TempDir private Path folder;
    private ResultStore<Squares.Cell, Squares.Answer> store;

    @BeforeEach
    void computeThreeCells() {
        run();
        store = ResultStore.open(folder, Squares.of(3));
    }

    @Test
    void should_read_back_what_was_computed() {
        assertThat(store.completed().keySet()).containsExactlyElementsOf(Squares.of(3).cells());
        assertThat(store.find(SECOND).orElseThrow().result().square()).isEqualTo(1);
        assertThat(store.damaged()).isEmpty();
    }

    @Test
    void should_name_a_cell_by_its_content() {
        // printf '{"cell":{"mode":"plain","number":0},"experiment":"squares"}' | sha256sum
        assertThat(store.key(FIRST).value())
                .isEqualTo("fd24b2cfc04af4f85194b5a76b38994d2fe4ed05d193129e422486a57b987077");
        assertThat(CellKey.of("cubes", FIRST)).isNotEqualTo(store.key(FIRST));
    }

    @Test
    void should_set_aside_a_truncated_result_and_compute_it_again() throws IOException {
        Path file = file(FIRST);
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, sound.length / 2, sound.length - 4}) {
            Files.write(file, java.util.Arrays.copyOf(sound, length));
            GridOutcome<Squares.Cell, Squares.Answer> outcome = run();
            assertThat(outcome.complete()).isTrue();
            assertThat(outcome.computed()).isEqualTo(1);
            assertThat(outcome.setAside())
                    .singleElement()
                    .asString()
                    .startsWith(file + ": ")
                    .contains("(put aside as " + file.getFileName() + ".corrupt");
        }
        assertThat(folder.resolve("cells").toFile().list())
                .filteredOn(name -> name.contains(".corrupt"))
                .hasSize(4);
    }

    @Test
    void should_not_count_the_result_of_another_cell() throws IOException {
        Files.copy(file(SECOND), file(FIRST), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(store.find(FIRST)).isEmpty();
        assertThat(store.damaged())
                .singleElement()
                .extracting(DamagedFile::message)
                .asString()
                .contains("holds the result of another cell");
        assertThat(run().computed()).isEqualTo(1);
    }

    @Test
    void should_not_count_a_result_that_was_edited_into_another_cell() throws IOException {
        String text = Files.readString(file(FIRST));
        Files.writeString(file(FIRST), text.replace("\"number\" : 0", "\"number\" : 9"));
        assertThat(store.find(FIRST)).isEmpty();
        assertThat(store.damaged().get(0).message()).contains("another cell");
    }

    @Test
    void should_not_count_a_result_of_another_form() throws IOException {
        String text = Files.readString(file(FIRST));
        Files.writeString(file(FIRST), text.replace("\"square\"", "\"squre\""));
        assertThat(store.find(FIRST)).isEmpty();
        assertThat(store.damaged())
                .singleElement()
                .extracting(DamagedFile::message)
                .asString()
                .contains("square must be a whole number, is missing (is 'squre' a slip for it?)");
        Files.writeString(
                file(SECOND), Files.readString(file(SECOND)).replace("\"result\"", "\"r\""));
        assertThat(store.find(SECOND)).isEmpty();
        assertThat(store.damaged().get(1).message()).contains("holds no result");
    }

    @Test
    void should_change_nothing_when_it_only_reads() throws IOException {
        Path file = file(FIRST);
        Files.writeString(file, "{");
        Path error = file.resolveSibling(store.key(FIRST).value() + ".error.json");
        Files.writeString(error, "}");
        String[] before = folder.resolve("cells").toFile().list();
        assertThat(store.completed()).hasSize(2).doesNotContainKey(FIRST);
        assertThat(store.failure(FIRST)).isEmpty();
        assertThat(store.damaged()).hasSize(2);
        assertThat(store.damaged().get(0).message())
                .startsWith(file + ": not JSON")
                .doesNotContain("aside");
        assertThat(folder.resolve("cells").toFile().list()).containsExactlyInAnyOrder(before);
        assertThat(file).hasContent("{");
    }

    @Test
    void should_refuse_a_folder_of_another_experiment() {
        Json.write(
                folder.resolve("experiment.json"),
                new ExperimentCard("cubes", Json.tree(Map.of())));
        refused("holds the experiment 'cubes', not 'squares': choose another folder", 3);
    }

    @Test
    void should_refuse_other_settings_and_say_which() {
        refused(
                "holds 'squares' with other settings (count: was 3, now 4): choose another folder,"
                        + " or delete experiment.json in it to keep the finished cells and go on"
                        + " with the new settings",
                4);
    }

    @Test
    void should_keep_finished_cells_under_new_settings_when_told_to() throws IOException {
        Files.delete(folder.resolve("experiment.json"));
        Squares more = Squares.of(5);
        ResultStore<Squares.Cell, Squares.Answer> wider = ResultStore.open(folder, more);
        assertThat(new LocalGridExecutor(1).run(more, wider, Progress.silent()).computed())
                .isEqualTo(2);
    }

    @Test
    void should_refuse_a_damaged_card() throws IOException {
        Files.writeString(folder.resolve("experiment.json"), "{\"experiment\":\"squ");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResultStore.open(folder, Squares.of(3)))
                .withMessageStartingWith(folder.resolve("experiment.json") + ": not JSON at line 1")
                .withMessageEndingWith(
                        "(finished cells are safe: delete the file and run the experiment again)");
    }

    @Test
    void should_refuse_a_folder_that_holds_something_else(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("thesis.tex"), "x");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResultStore.open(other, Squares.of(3)))
                .withMessage(
                        other
                                + " holds something else (such as thesis.tex): choose an empty or"
                                + " new folder");
        Path file = other.resolve("thesis.tex");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResultStore.open(file, Squares.of(3)))
                .withMessage(file + " is a file, expected a folder");
    }

    @Test
    void should_refuse_to_read_a_card_that_is_not_there(@TempDir Path other) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ExperimentCard.read(other))
                .withMessage(
                        "cannot read "
                                + other.resolve("experiment.json")
                                + ": no such file (is this a folder of results?)");
    }

    @Test
    void should_refuse_a_card_of_another_format_and_say_what_to_do() throws IOException {
        Path card = folder.resolve("experiment.json");
        String text = Files.readString(card);
        String current = "\"format\" : " + ResultFormat.CURRENT;
        assertThat(text).contains(current);
        String expected =
                ", expected format %d: read the folder with the version of salient4j that wrote it,"
                                .formatted(ResultFormat.CURRENT)
                        + " or choose a new one";
        Map<String, String> found =
                Map.of(
                        "\"format\" : 99", " has format 99",
                        "\"format\" : \"x\"", " has format \"x\"",
                        "\"formt\" : 2", " says no format, as those of format 1 do");
        found.forEach(
                (line, words) -> {
                    write(card, text.replace(current, line));
                    assertThatExceptionOfType(InvalidInputException.class)
                            .isThrownBy(() -> ResultStore.open(folder, Squares.of(3)))
                            .withMessage(card + words + expected);
                });
    }

    @Test
    void should_compute_a_cell_of_another_format_again_and_keep_the_rest() throws IOException {
        Path file = file(SECOND);
        String current = "\"format\" : " + ResultFormat.CURRENT;
        write(file, Files.readString(file).replace(current, "\"format\" : 1"));
        assertThat(store.completed()).hasSize(2).doesNotContainKey(SECOND);
        String line =
                "%s has format 1, expected format %d: the cell counts as missing, and a run computes"
                        + " it again";
        assertThat(store.damaged())
                .containsExactly(
                        new DamagedFile(
                                store.key(SECOND).value(),
                                line.formatted(file, ResultFormat.CURRENT)));
        GridOutcome<Squares.Cell, Squares.Answer> outcome = run();
        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.computed()).isEqualTo(1);
        assertThat(outcome.setAside())
                .singleElement()
                .asString()
                .contains("has format 1", "(put aside as " + file.getFileName() + ".corrupt)");
        assertThat(Files.readString(file)).contains(current);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void refused(String message, int count) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ResultStore.open(folder, Squares.of(count)))
                .withMessage(folder + " " + message);
    }

    private Path file(Squares.Cell cell) {
        return folder.resolve("cells").resolve(store.key(cell).value() + ".json");
    }

    private GridOutcome<Squares.Cell, Squares.Answer> run() {
        Squares squares = Squares.of(3);
        return new LocalGridExecutor(1)
                .run(squares, ResultStore.open(folder, squares), Progress.silent());
    }
}
