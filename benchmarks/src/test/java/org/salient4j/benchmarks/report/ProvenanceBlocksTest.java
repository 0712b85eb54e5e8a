package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenanceBlocksTest {

    @Test
    void should_quote_words_as_a_shell_reads_them() {
        assertThat(ProvenanceBlocks.commandLine(List.of("a", "--b=c/d", "e f", "it's", "", "$x")))
                .isEqualTo("a --b=c/d 'e f' 'it'\\''s' '' '$x'");
    }
}
