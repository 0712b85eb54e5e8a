package org.salient4j.framework.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.framework.InvalidInputException;

/** What holds for every registered source. */
class DataSourceContractTest {

    static List<DataSource> sources() {
        return DataSource.registry().members();
    }

    @Test
    void should_register_the_sources_there_are() {
        assertThat(DataSource.registry().names())
                .contains("mnist", "fashion-mnist", "glove-6b-50d", "movie-sentences");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void should_have_a_name_that_can_be_a_folder(DataSource source) {
        assertThat(source.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void should_have_files_of_different_names(DataSource source) {
        assertThat(source.files()).isNotEmpty();
        assertThat(source.files().stream().map(PinnedFile::name)).doesNotHaveDuplicates();
        assertThat(source.files().stream().map(PinnedFile::sha256)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void should_leave_hosts_to_the_clients(DataSource source) {
        RegistryPackage origin = source.origin();
        assertThat(
                        String.join(
                                " ",
                                source.description().toString(),
                                origin.toString(),
                                origin.commandByHand(),
                                origin.client().arguments(origin).toString()))
                .doesNotContain("://", "http", "www.");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void should_say_how_to_bring_the_archive_by_hand(DataSource source) {
        RegistryPackage origin = source.origin();
        assertThat(origin.commandByHand()).contains(origin.name(), origin.version());
        assertThat(origin.stepsByHand(source.name()))
                .last()
                .asString()
                .contains(source.name(), origin.archive().name());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void should_refuse_what_is_no_such_archive(DataSource source, @TempDir Path folder)
            throws IOException {
        Path archive = Files.writeString(folder.resolve("text"), "no archive at all");
        Path files = Files.createDirectory(folder.resolve("files"));
        assertThatThrownBy(() -> source.unpack(archive, files))
                .isInstanceOfAny(IOException.class, InvalidInputException.class);
        assertThat(files).isEmptyDirectory();
    }
}
