package org.salient4j.framework.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir private Path folder;

    @Test
    void should_write_into_folders_that_are_not_there_yet() {
        Path file = folder.resolve("a/b/c.txt");
        AtomicFile.write(file, "grüße");
        assertThat(file).hasContent("grüße");
    }

    @Test
    void should_replace_the_old_file() {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "old");
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void should_leave_the_old_file_and_nothing_else_when_the_disk_is_full() {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "old");
        assertThatExceptionOfType(FileWriteException.class)
                .isThrownBy(
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(new byte[100_000]);
                                            throw new IOException("No space left on device");
                                        }))
                .withMessage("cannot write " + file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void should_say_in_one_line_that_a_real_disk_is_full() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("only Linux has a device that is always full").exists();
        // The device takes the place of the temporary file: every write to it fails as on a full
        // disk.
        assertThatThrownBy(() -> Files.write(full, new byte[1]))
                .isInstanceOf(IOException.class)
                .satisfies(
                        e ->
                                assertThat(AtomicFile.reason((IOException) e))
                                        .isEqualTo("No space left on device"));
    }

    @Test
    void should_leave_nothing_when_the_content_itself_fails() {
        Path file = folder.resolve("a.txt");
        assertThatThrownBy(
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(1);
                                            throw new IllegalStateException("no more");
                                        }))
                .hasMessage("no more");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void should_not_replace_a_folder() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        assertThatExceptionOfType(FileWriteException.class)
                .isThrownBy(() -> AtomicFile.write(taken, "text"))
                .withMessage("cannot write " + taken + ": it is a folder");
        assertThat(folder.toFile().list()).containsExactly("taken");
    }

    @Test
    void should_name_the_file_when_its_folder_is_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path below = file.resolve("below.txt");
        assertThatExceptionOfType(FileWriteException.class)
                .isThrownBy(() -> AtomicFile.write(below, "text"))
                .withMessageStartingWith("cannot write " + below + ": ");
    }

    @Test
    void should_not_replace_a_link(@TempDir Path folder) throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);
        assertThatThrownBy(() -> AtomicFile.write(link, "new"))
                .isInstanceOf(FileWriteException.class)
                .hasMessageContaining("no regular file: name another");
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("old");
    }
}
