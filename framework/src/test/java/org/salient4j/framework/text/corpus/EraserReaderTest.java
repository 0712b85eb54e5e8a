package org.salient4j.framework.text.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Rationale;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

class EraserReaderTest {
    private static final String NONE = "[]";

    @TempDir private Path folder;

    @BeforeEach
    void writeReviews() throws IOException {
        write("docs/neg.txt", "a dull film .", "", "  I  nearly slept , twice .  ");
        write("docs/pos.txt", "what a joy !");
        write(
                "train.jsonl",
                annotation("neg.txt", "NEG", "[[" + span("neg.txt", 1, 3, "dull film") + "]]"),
                annotation("pos.txt", "POS", NONE));
    }

    @Test
    void should_count_tokens_over_all_lines_without_empty_ones() {
        Corpus corpus = read(EraserOptions.movies());
        assertThat(corpus.name()).isEqualTo("ERASER Movies");
        assertThat(corpus.classes()).containsExactly("NEG", "POS");
        TextExample review = corpus.train().get(0);
        assertThat(review.tokens())
                .containsExactly(
                        "a", "dull", "film", ".", "I", "nearly", "slept", ",", "twice", ".");
        assertThat(review.label()).isZero();
        assertThat(review.rationale()).isEqualTo(Rationale.of(new TokenSpan(1, 3)));
        assertThat(corpus.findings().count()).isZero();
    }

    @Test
    void should_fall_back_to_the_document_of_the_annotation_s_name() {
        TextExample review = read(EraserOptions.movies()).train().get(1);
        assertThat(review.tokens()).containsExactly("what", "a", "joy", "!");
        assertThat(review.rationale().groups()).isEmpty();
    }

    @Test
    void should_put_the_claim_before_its_documents_and_keep_the_groups() throws IOException {
        write("docs/A", "x1 x2");
        write("docs/B", "y1 y2 y3");
        write(
                "test.jsonl",
                "{\"annotation_id\":\"7\",\"query\":\"is it so ?\",\"query_type\":null,"
                        + "\"classification\":\"REFUTES\",\"docids\":[\"A\",\"B\"],\"evidences\":[["
                        + span("B", 1, 3, "y2 y3")
                        + ","
                        + span("A", 0, 1, "x1")
                        + "],["
                        + span("B", 0, 1, "y1")
                        + "]]}");
        Files.delete(folder.resolve("train.jsonl"));
        TextExample claim = read(EraserOptions.fever()).test().get(0);
        assertThat(claim.tokens())
                .containsExactly("is", "it", "so", "?", "x1", "x2", "y1", "y2", "y3");
        assertThat(claim.parts())
                .containsExactly(
                        new TextPart(TextPart.Role.QUERY, "query", 0, 4),
                        new TextPart(TextPart.Role.DOCUMENT, "A", 4, 6),
                        new TextPart(TextPart.Role.DOCUMENT, "B", 6, 9));
        assertThat(claim.rationale().groups())
                .containsExactly(
                        List.of(new TokenSpan(7, 9), new TokenSpan(4, 5)),
                        List.of(new TokenSpan(6, 7)));
    }

    @Test
    void should_read_documents_of_one_file_and_the_premise_first() throws IOException {
        deleteDocuments();
        write(
                "docs.jsonl",
                "{\"docid\":\"1_hypothesis\",\"document\":\"he sleeps .\"}",
                "{\"docid\":\"1_premise\",\"document\":\"a man\\nruns .\"}");
        write(
                "train.jsonl",
                "{\"annotation_id\":\"1\",\"query\":\"a man runs . [SEP] he sleeps .\","
                        + "\"classification\":\"contradiction\",\"docids\":[\"1_hypothesis\","
                        + "\"1_premise\"],\"evidences\":[["
                        + span("1_hypothesis", 1, 2, "sleeps")
                        + "]]}",
                "{\"annotation_id\":\"2\",\"query\":\"\",\"classification\":\"neutral\","
                        + "\"docids\":[\"1_premise\"],\"evidences\":[]}");
        TextExample pair = read(EraserOptions.esnli()).train().get(0);
        assertThat(pair.tokens()).containsExactly("a", "man", "runs", ".", "he", "sleeps", ".");
        assertThat(pair.rationale().spans()).containsExactly(new TokenSpan(5, 6));
    }

    @Test
    void should_take_the_classes_of_the_file_if_none_are_given() {
        EraserOptions open = new EraserOptions("reviews", List.of(), false);
        assertThat(read(open).classes()).containsExactly("NEG", "POS");
    }

    @Test
    void should_not_learn_a_misspelt_class_of_the_training_file() throws IOException {
        EraserOptions open = new EraserOptions("reviews", List.of(), false);
        write("docs/odd.txt", "so so");
        write(
                "train.jsonl",
                annotation("neg.txt", "NEG", NONE),
                annotation("pos.txt", "POS", NONE),
                annotation("odd.txt", "NEGG", NONE));
        assertThat(read(open).classes()).as("one file").containsExactly("NEG", "NEGG", "POS");

        write("test.jsonl", annotation("neg.txt", "NEG", NONE), annotation("pos.txt", "POS", NONE));
        Corpus corpus = read(open);
        assertThat(corpus.classes()).containsExactly("NEG", "POS");
        assertThat(corpus.train()).hasSize(2);
        assertThat(corpus.findings().lines())
                .containsExactly(
                        "train.jsonl:3: unknown class 'NEGG': did you mean 'NEG'? known: NEG, POS;"
                                + " passed over");

        write("test.jsonl", annotation("pos.txt", "POS", NONE));
        assertThat(read(open).classes()).as("no two").containsExactly("NEG", "NEGG", "POS");
    }

    @Test
    void should_pass_over_what_cannot_be_used_and_name_file_and_line() throws IOException {
        write("docs/empty.txt", " ", "");
        write(
                "train.jsonl",
                annotation("neg.txt", "NEG", NONE),
                "{\"annotation_id\":\"broken\"",
                annotation("neg.txt", "POS", NONE),
                annotation("odd.txt", "POSS", NONE),
                annotation("gone.txt", "POS", NONE),
                annotation("empty.txt", "POS", NONE),
                annotation("../train.jsonl", "POS", NONE),
                "{\"annotation_id\":\"x\",\"classification\":\"POS\"}",
                "{\"annotation_id\":\"x\",\"classification\":3,\"evidences\":[]}",
                annotation("pos.txt", "POS", NONE));
        Corpus corpus = read(EraserOptions.movies());
        assertThat(corpus.train())
                .extracting(TextExample::id)
                .containsExactly("neg.txt", "pos.txt");
        assertThat(corpus.findings().lines())
                .hasSize(8)
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("train.jsonl:2: ")
                                        .endsWith("; passed over"))
                .contains(
                        "train.jsonl:3: 'neg.txt' was there before; passed over",
                        "train.jsonl:4: unknown class 'POSS': did you mean 'POS'? known: NEG, POS;"
                                + " passed over",
                        "train.jsonl:5: there is no document 'gone.txt'; passed over",
                        "train.jsonl:6: the document 'empty.txt' is empty; passed over",
                        "train.jsonl:7: there is no document '../train.jsonl'; passed over",
                        "train.jsonl:8: expected a list 'evidences', found null; passed over",
                        "train.jsonl:9: expected a text 'classification', found 3; passed over");
    }

    @Test
    void should_keep_a_text_without_its_rationale_if_evidence_lies_outside() throws IOException {
        write(
                "train.jsonl",
                annotation(
                        "neg.txt",
                        "NEG",
                        "[["
                                + span("neg.txt", 1, 3, "dull film")
                                + "],["
                                + span("neg.txt", 9, 12, "?")
                                + "]]"),
                annotation("pos.txt", "POS", "[[" + span("pos.txt", -1, -1, "joy") + "]]"));
        Corpus corpus = read(EraserOptions.movies());
        assertThat(corpus.train()).extracting(TextExample::rationale).containsOnlyNulls();
        assertThat(corpus.findings().lines())
                .containsExactly(
                        "train.jsonl:1: evidence [9, 12) is not within the 10 tokens of 'neg.txt';"
                                + " kept without its rationale",
                        "train.jsonl:2: evidence [-1, -1) is not within the 4 tokens of 'pos.txt';"
                                + " kept without its rationale");
    }

    @Test
    void should_keep_evidence_of_no_token() throws IOException {
        write(
                "train.jsonl",
                annotation("neg.txt", "NEG", "[[" + span("neg.txt", 4, 4, "") + "]]"),
                annotation("pos.txt", "POS", NONE));
        Corpus corpus = read(EraserOptions.movies());
        assertThat(corpus.train().get(0).rationale().spans()).containsExactly(new TokenSpan(4, 4));
        assertThat(corpus.findings().count()).isZero();
    }

    @Test
    void should_report_evidence_that_reads_otherwise_than_it_says() throws IOException {
        write(
                "train.jsonl",
                annotation("neg.txt", "NEG", "[[" + span("neg.txt", 1, 3, "slow film") + "]]"),
                annotation("pos.txt", "POS", NONE));
        Corpus corpus = read(EraserOptions.movies());
        assertThat(corpus.train().get(0).rationale()).isNotNull();
        assertThat(corpus.findings().lines())
                .containsExactly(
                        "train.jsonl:1: evidence [1, 3) of 'neg.txt' is said to be 'slow film' but"
                                + " reads 'dull film'");
    }

    @Test
    void should_pass_over_a_broken_line_of_documents() throws IOException {
        deleteDocuments();
        write(
                "docs.jsonl",
                "{\"docid\":\"neg.txt\",\"document\":\"dull .\"}",
                "{\"docid\":",
                "{\"docid\":\"pos.txt\",\"document\":\"joy !\"}");
        write(
                "train.jsonl",
                annotation("neg.txt", "NEG", NONE),
                annotation("pos.txt", "POS", NONE));
        Corpus corpus = read(EraserOptions.movies());
        assertThat(corpus.train()).hasSize(2);
        assertThat(corpus.findings().lines()).singleElement().asString().startsWith("docs.jsonl:2");
    }

    @Test
    void should_refuse_two_sets_of_documents_none_and_no_annotations() throws IOException {
        write("docs.jsonl", "{\"docid\":\"x\",\"document\":\"y\"}");
        assertRefused("expected either a folder 'docs' or a file 'docs.jsonl', found both");
        Files.delete(folder.resolve("docs.jsonl"));
        deleteDocuments();
        assertRefused("found neither");
        Files.delete(folder.resolve("train.jsonl"));
        assertRefused("expected train.jsonl, val.jsonl or test.jsonl, found none of them");
        assertThatThrownBy(() -> EraserReader.read(folder.resolve("gone"), EraserOptions.movies()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void should_refuse_a_training_part_of_one_class_or_of_none() throws IOException {
        write("train.jsonl", annotation("neg.txt", "NEG", NONE));
        assertRefused("all 1 training examples are of the class 'NEG'");
        write("train.jsonl", annotation("gone.txt", "NEG", NONE));
        assertRefused(
                "the train part has no example that can be used; first of 1 findings:"
                        + " train.jsonl:1: there is no document 'gone.txt'; passed over");
    }

    @Test
    void should_read_the_parts_that_are_there() throws IOException {
        write("val.jsonl", annotation("pos.txt", "POS", NONE));
        Corpus corpus = read(EraserOptions.movies());
        assertThat(corpus.splits()).containsOnlyKeys(Split.TRAIN, Split.VALIDATION);
    }

    private Corpus read(EraserOptions options) {
        return EraserReader.read(folder, options);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> read(EraserOptions.movies()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private void deleteDocuments() throws IOException {
        Files.delete(folder.resolve("docs/neg.txt"));
        Files.delete(folder.resolve("docs/pos.txt"));
        Files.delete(folder.resolve("docs"));
    }

    private void write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines));
    }

    private static String annotation(String id, String classification, String evidences) {
        return """
               {"annotation_id":"%s","query":"q ?","query_type":null,"classification":"%s",\
               "evidences":%s}"""
                .formatted(id, classification, evidences);
    }

    private static String span(String docid, int start, int end, String text) {
        return """
               {"docid":"%s","start_token":%d,"end_token":%d,"start_sentence":-1,\
               "end_sentence":-1,"text":"%s"}"""
                .formatted(docid, start, end, text);
    }
}
