package org.salient4j.framework.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;

class PinnedFileTest {
    /** SHA-256 of "abc", the first example of FIPS 180. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir private Path folder;

    private final PinnedFile file = new PinnedFile("abc.txt", 3, ABC);

    @Test
    void should_find_no_fault_in_the_right_bytes() throws Exception {
        Files.writeString(folder.resolve("abc.txt"), "abc");
        assertThat(file.faultIn(folder)).isEmpty();
        assertThat(file.faultOf(folder.resolve("abc.txt"))).isEmpty();
    }

    @Test
    void should_name_each_fault() throws Exception {
        assertThat(file.faultIn(folder)).contains("abc.txt is missing");
        Files.createDirectory(folder.resolve("abc.txt"));
        assertThat(file.faultIn(folder)).contains("abc.txt is no regular file");
        Files.delete(folder.resolve("abc.txt"));
        Files.writeString(folder.resolve("abc.txt"), "abcd");
        assertThat(file.faultIn(folder)).contains("abc.txt has 4 bytes, expected 3");
        Files.writeString(folder.resolve("abc.txt"), "abd");
        assertThat(file.faultIn(folder))
                .hasValueSatisfying(
                        fault ->
                                assertThat(fault)
                                        .startsWith("abc.txt has SHA-256 a52d159f")
                                        .endsWith("expected " + ABC));
    }

    @Test
    void should_refuse_what_pins_nothing() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new PinnedFile("../up", 3, ABC))
                .withMessage("name must be a plain file name, was '../up'");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new PinnedFile("..", 3, ABC));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new PinnedFile("a", 0, ABC))
                .withMessage("bytes must be at least 1, was 0");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new PinnedFile("a", 3, "abc"))
                .withMessageStartingWith("sha256 must be 64 hexadecimal digits");
    }
}
