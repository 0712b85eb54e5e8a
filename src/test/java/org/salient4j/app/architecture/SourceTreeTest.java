package org.salient4j.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

    private static final int TOO_LONG = 400;

    @Test
    void should_find_the_sources_of_the_project() throws IOException {
        assertThat(SourceTree.ofProject().files())
                .contains(Path.of("layers/src/main/java/org/salient4j/layers/package-info.java"));
    }

    @Test
    void should_have_no_long_file_in_the_project() throws IOException {
        assertThat(SourceTree.ofProject().filesOfAtLeast(TOO_LONG)).isEmpty();
    }

    @Test
    void should_describe_every_package_of_the_project() throws IOException {
        assertThat(SourceTree.ofProject().packagesWithoutDescription()).isEmpty();
    }

    @Test
    void should_name_a_long_file_and_its_bare_package(@TempDir Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("layers/src/main/java/deep"));
        Files.write(sources.resolve("Short.java"), Collections.nCopies(TOO_LONG - 1, "//"));
        Files.write(sources.resolve("Long.java"), Collections.nCopies(TOO_LONG, "//"));

        SourceTree tree = new SourceTree(folder);

        assertThat(tree.filesOfAtLeast(TOO_LONG))
                .singleElement()
                .asString()
                .endsWith("Long.java has 400 lines");
        assertThat(tree.packagesWithoutDescription())
                .containsExactly(Path.of("layers/src/main/java/deep"));
    }
}
