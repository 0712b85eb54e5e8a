package org.salient4j.framework.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
    @TempDir Path folder;

    @Test
    void should_show_nothing_before_everything_is_there() {
        Path target = folder.resolve("recording");
        AtomicFolder.write(
                target,
                temporary -> {
                    AtomicFile.write(temporary.resolve("one.txt"), "1");
                    assertThat(target).doesNotExist();
                    AtomicFile.write(temporary.resolve("deep/two.txt"), "2");
                });
        assertThat(target.resolve("one.txt")).hasContent("1");
        assertThat(target.resolve("deep/two.txt")).hasContent("2");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void should_leave_nothing_of_a_folder_that_failed() {
        Path target = folder.resolve("recording");
        assertThatThrownBy(
                        () ->
                                AtomicFolder.write(
                                        target,
                                        temporary -> {
                                            AtomicFile.write(temporary.resolve("one.txt"), "1");
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void should_not_replace_what_is_there() throws IOException {
        Path target = Files.createDirectory(folder.resolve("recording"));
        AtomicFile.write(target.resolve("old.txt"), "old");
        assertThatThrownBy(
                        () ->
                                AtomicFolder.write(
                                        target,
                                        temporary ->
                                                AtomicFile.write(temporary.resolve("a"), "new")))
                .isInstanceOf(FileWriteException.class)
                .hasMessageContaining("cannot write");
        assertThat(target.resolve("old.txt")).hasContent("old");
    }
}
