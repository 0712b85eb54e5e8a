package org.salient4j.benchmarks.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.corpus.EraserLayout;
import org.salient4j.framework.text.corpus.EraserWriter;
import org.salient4j.framework.text.generated.CorpusSizes;
import org.salient4j.framework.text.generated.TextGenerator;

class LanguageCorpusTest {
    @TempDir private Path folder;

    private Corpus read(String text) {
        return new LanguageCorpus(text).read(new DataCache(folder.resolve("cache")), 32);
    }

    @Test
    void should_not_call_a_folder_erasers_because_it_has_the_format() {
        Path claims = folder.resolve("claims");
        EraserWriter.write(
                TextGenerator.registry()
                        .get("generated-claims")
                        .generate(new CorpusSizes(8, 4, 4), Seed.of(1)),
                claims,
                EraserLayout.DOCS_FOLDER);
        Corpus corpus = read("eraser:" + claims);

        assertThat(corpus.name()).isEqualTo("claims (in ERASER's format)");
        assertThat(corpus.train()).hasSize(8);
        assertThat(LanguageCorpus.genuine(corpus)).isFalse();
        assertThat(LanguageCorpus.published(corpus)).isEqualTo("FEVER");
        assertThat(new LanguageCorpus("eraser:" + claims).digest()).hasSize(64);
    }

    @Test
    void should_read_pairs_of_two_files_and_say_which() throws IOException {
        String lines =
                "neutral\ta man sits\ta man reads\nentailment\ta dog runs\tit runs\n"
                        + "contradiction\ta cat\ta dog\nneutral\tb\tc\n".repeat(10);
        Path dev = Files.writeString(folder.resolve("dev.tsv"), lines);
        Path test = Files.writeString(folder.resolve("test.tsv"), lines);

        Corpus two = read("pairs:" + dev + "," + test);
        assertThat(two.name()).isEqualTo("pairs, trained on dev.tsv, measured on test.tsv");
        assertThat(two.test()).hasSize(22);
        assertThat(two.get(Split.VALIDATION)).hasSize(2);
        assertThat(LanguageCorpus.published(two)).isEqualTo("e-SNLI");

        Corpus one = read("pairs:" + dev);
        assertThat(one.name()).isEqualTo("pairs of dev.tsv, a fifth to measure on");
        assertThat(one.test()).hasSize(4);
    }

    @Test
    void should_say_what_is_missing() {
        assertThatThrownBy(() -> read("movie-sentences"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("data fetch movie-sentences");
        assertThatThrownBy(() -> read("eraser:" + folder.resolve("none")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not a folder: expected one with train.jsonl and docs");
        assertThatThrownBy(() -> read("pairs:" + folder.resolve("none.tsv")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.tsv");
        assertThatThrownBy(() -> new LanguageCorpus("pairs:a,b,c"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "pairs are read from one file or two, TRAIN.tsv,TEST.tsv, was 'pairs:a,b,c'");
    }
}
