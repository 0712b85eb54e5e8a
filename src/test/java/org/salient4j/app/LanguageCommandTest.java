package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Table 1 as it is called, on texts of a few words. */
class LanguageCommandTest {
    private static final String DOCUMENT = "the film is %s and the cast is %s";

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Path docs = Files.createDirectories(folder.resolve("films/docs"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            String word = i % 2 == 0 ? "good" : "bad";
            Files.writeString(docs.resolve("d" + i), DOCUMENT.formatted(word, word) + "\n");
            lines.append(annotation("d" + i, i % 2 == 0 ? "POS" : "NEG"));
        }
        for (String part : List.of("train", "val", "test")) {
            Files.writeString(folder.resolve("films/" + part + ".jsonl"), lines);
        }
        Files.writeString(
                folder.resolve("vectors.txt"),
                "the 0.1 0.2\nfilm 0.3 0.1\nis -0.1 0.4\ngood 1 1\nbad -1 -1\nand 0.2 -0.2\n");
        Files.writeString(folder.resolve("foreign.txt"), "der 0.1 0.2\ndie 0.3 0.1\n");
        Files.writeString(folder.resolve("words.txt"), "the film\nis good\n");
        Files.writeString(folder.resolve("nothing.txt"), "");
        Files.writeString(
                folder.resolve("ragged.txt"),
                "the 0.1 0.2\nfilm 0.3\nis 1 2 3\ngood 1 1\nbad -1 -1\ngood 2 2\n");
        Files.writeString(folder.resolve("pairs.tsv"), "neutral\tone film\tthe film\n".repeat(9));
        Path empty = Files.createDirectories(folder.resolve("empty/docs"));
        Files.writeString(
                empty.getParent().resolve("train.jsonl"),
                annotation("gone", "POS") + annotation("lost", "NEG"));
    }

    private static String annotation(String document, String classification) {
        return ("{\"annotation_id\":\"%s\",\"query\":\"?\",\"classification\":\"%s\","
                        + "\"evidences\":[[{\"docid\":\"%s\",\"start_token\":3,\"end_token\":4,"
                        + "\"start_sentence\":-1,\"end_sentence\":-1,\"text\":\"\"}]]}\n")
                .formatted(document, classification, document);
    }

    private List<Object> words(String corpus, String vectors) {
        return new ArrayList<>(
                List.of(
                        "reproduce",
                        "table-1",
                        "--corpus",
                        corpus.replace("{d}", folder.toString()),
                        "--vectors",
                        folder.resolve(vectors)));
    }

    @Test
    void should_run_to_a_table_and_a_report_and_go_on() {
        Path out = folder.resolve("run");
        List<Object> words = words("eraser:{d}/films", "vectors.txt");
        for (String setting :
                List.of("hidden=3", "options.epochs=1", "perturbed=1", "deepLiftWords=9")) {
            words.addAll(List.of("--set", setting));
        }
        words.addAll(List.of("--quick", "--trainings", "standard", "--out", out));
        Cli run = Cli.ok(words.toArray());
        assertThat(run.out())
                .contains(
                        "films (in ERASER's format): 8 texts to train, 8 to measure, 9.0 words",
                        "deep-lift",
                        "token auprc, higher is better",
                        "results  " + out.resolve("language.csv"));
        words.add("--resume");
        Cli.ok(words.toArray());
        Path again = folder.resolve("again.html");
        Cli.ok("report", out, "--out", again);
        assertThat(again).content().contains("Faithfulness and agreement");
    }

    @Test
    void should_keep_what_can_be_used_and_say_what_cannot() throws IOException {
        Files.writeString(
                folder.resolve("films/test.jsonl"),
                annotation("d0", "POS") + annotation("d1", "NEGG") + annotation("gone", "NEG"));
        List<Object> words = words("eraser:{d}/films", "ragged.txt");
        for (String setting : List.of("hidden=3", "options.epochs=1", "methods=[\"gradient\"]")) {
            words.addAll(List.of("--set", setting));
        }
        Path out = folder.resolve("run");
        words.addAll(List.of("--quick", "--trainings", "standard", "--out", out));
        assertThat(Cli.ok(words.toArray()).out())
                .contains(
                        "8 texts to train, 1 to measure",
                        "passed over or put right in reading (the report has the list):",
                        "test.jsonl:2: unknown class 'NEGG': did you mean 'NEG'?",
                        "test.jsonl:3: there is no document 'gone'; passed over",
                        "ragged.txt:2: expected a word and 2 finite numbers, found 1");
        assertThat(out.resolve("report.html"))
                .content()
                .contains(
                        "ragged.txt:3: ", "ragged.txt:6: the word &#39;good&#39; was there before");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "books | vectors.txt | a corpus must be movie-sentences, eraser:DIR",
                "generated-claim | vectors.txt | 'generated-claims'",
                "eraser:{d}/none | vectors.txt | expected one with train.jsonl and docs",
                "eraser:{d}/empty | vectors.txt | has no example that can be used",
                "pairs:{d}/none.tsv | vectors.txt | none.tsv",
                "pairs:{d}/pairs.tsv | vectors.txt | are of the class 'neutral'",
                "eraser:{d}/films | gone.txt | vectors must be glove-6b-50d or a file",
                "eraser:{d}/films | foreign.txt | none of its 2 words is among the 7 of the texts",
                "eraser:{d}/films | words.txt | words.txt:1: expected lines 'word v1 … vD'",
                "eraser:{d}/films | nothing.txt | nothing.txt is empty",
            })
    void should_refuse_in_one_line_before_anything_is_written(
            String corpus, String vectors, String message) {
        Path out = folder.resolve("run");
        List<Object> words = words(corpus, vectors);
        words.addAll(List.of("--quick", "--out", out));
        Cli run = Cli.run(words.toArray());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).contains(message).doesNotContain("\n", "java.");
        assertThat(Files.exists(out)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seeds 0 | seeds must be at least 1, was 0",
                "--masked-fraction 1 | maskedFraction must be in [0, 1), was 1.0",
                "--trainings guided | must be one of standard, saliency-guided, fine-tuned",
                "--set hiden=3 | 'hidden'",
                "--set words=0 | words must be at least 1, was 0",
                "--set methods=[] | methods must name at least one",
            })
    void should_refuse_settings_in_one_line(String more, String message) {
        Path out = folder.resolve("run");
        List<Object> words = words("eraser:{d}/films", "vectors.txt");
        words.addAll(List.of((Object[]) more.split(" ")));
        words.addAll(List.of("--out", out));
        Cli run = Cli.run(words.toArray());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).contains(message).doesNotContain("\n", "java.");
        assertThat(Files.exists(out)).isFalse();
    }
}
