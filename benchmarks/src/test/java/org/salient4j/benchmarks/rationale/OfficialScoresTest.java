package org.salient4j.benchmarks.rationale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;
import org.salient4j.framework.text.corpus.EraserOptions;
import org.salient4j.framework.text.corpus.EraserReader;

/** The numbers of ERASER's own program, read and scored by ours. */
class OfficialScoresTest {
    private final Corpus corpus =
            EraserReader.read(
                    GoldenErasing.path("agreement"),
                    new EraserOptions("random", List.of("NEG", "POS"), false));

    @ParameterizedTest
    @EnumSource(names = {"VALIDATION", "TEST"})
    void should_give_the_official_agreement_of_spans_and_tokens(Split split) throws IOException {
        List<TextExample> texts = corpus.get(split);
        List<List<TokenSpan>> predicted = new ArrayList<>();
        Map<String, JsonNode> results = results(split);
        texts.forEach(text -> predicted.add(spans(text, results.get(text.id()))));
        JsonNode scores = scores(split);

        RationaleAgreement iou = new IouF1().of(texts, predicted);
        assertSame(iou.micro(), scores.at("/iou_scores/0/micro"));
        assertSame(iou.macro(), scores.at("/iou_scores/0/macro"));
        RationaleAgreement tokens = TokenF1.of(texts, predicted);
        assertSame(tokens.micro(), scores.at("/token_prf/instance_micro"));
        assertSame(tokens.macro(), scores.at("/token_prf/instance_macro"));
    }

    @Test
    void should_give_the_official_area_of_the_token_ranking() throws IOException {
        List<TextExample> texts = corpus.get(Split.VALIDATION);
        Map<String, JsonNode> results = results(Split.VALIDATION);
        List<TokenScores> scores =
                texts.stream().map(text -> soft(text, results.get(text.id()))).toList();
        assertThat(TokenAuprc.of(texts, scores).mean())
                .isCloseTo(
                        scores(Split.VALIDATION).at("/token_soft_metrics/auprc").doubleValue(),
                        within(1e-12));
    }

    @Test
    void should_give_the_official_comprehensiveness_and_sufficiency() throws IOException {
        List<TextExample> texts = corpus.get(Split.VALIDATION);
        Map<String, JsonNode> results = results(Split.VALIDATION);
        double[][] whole = new double[texts.size()][];
        double[][][] without = new double[texts.size()][5][];
        double[][][] only = new double[texts.size()][5][];
        for (int i = 0; i < whole.length; i++) {
            JsonNode result = results.get(texts.get(i).id());
            whole[i] = probabilities(result.get("classification_scores"));
            for (int bin = 0; bin < 5; bin++) {
                JsonNode scores = result.get("thresholded_scores").get(bin);
                without[i][bin] =
                        probabilities(scores.get("comprehensiveness_classification_scores"));
                only[i][bin] = probabilities(scores.get("sufficiency_classification_scores"));
            }
        }
        Faithfulness ours = Faithfulness.of(whole, without, only);
        JsonNode theirs = scores(Split.VALIDATION).get("classification_scores");
        assertThat(ours.comprehensiveness().mean())
                .isCloseTo(theirs.get("comprehensiveness_aopc").doubleValue(), within(1e-12));
        assertThat(ours.sufficiency().mean())
                .isCloseTo(theirs.get("sufficiency_aopc").doubleValue(), within(1e-12));
    }

    private static double[] probabilities(JsonNode scores) {
        return new double[] {scores.get("NEG").doubleValue(), scores.get("POS").doubleValue()};
    }

    private static List<TokenSpan> spans(TextExample text, JsonNode result) {
        List<TokenSpan> spans = new ArrayList<>();
        for (JsonNode document : result.get("rationales")) {
            int start = part(text, document).start();
            for (JsonNode span : document.get("hard_rationale_predictions")) {
                spans.add(
                        new TokenSpan(
                                start + span.get("start_token").intValue(),
                                start + span.get("end_token").intValue()));
            }
        }
        return spans;
    }

    private static TokenScores soft(TextExample text, JsonNode result) {
        double[] scores = new double[text.length()];
        for (JsonNode document : result.get("rationales")) {
            int at = part(text, document).start();
            for (JsonNode score : document.get("soft_rationale_predictions")) {
                scores[at++] = score.doubleValue();
            }
        }
        return new TokenScores(scores);
    }

    private static TextPart part(TextExample text, JsonNode document) {
        return text.documents().stream()
                .filter(part -> part.id().equals(document.get("docid").textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, JsonNode> results(Split split) throws IOException {
        Map<String, JsonNode> results = new HashMap<>();
        for (String line : Files.readAllLines(GoldenErasing.path(file(split) + "_results.jsonl"))) {
            JsonNode result = Json.parse(line, JsonNode.class, "results");
            results.put(result.get("annotation_id").textValue(), result);
        }
        return results;
    }

    private static JsonNode scores(Split split) {
        return Json.read(GoldenErasing.path(file(split) + "_scores.json"), JsonNode.class);
    }

    private static String file(Split split) {
        return "agreement/" + (split == Split.TEST ? "test" : "val");
    }

    private static void assertSame(PrecisionRecall ours, JsonNode theirs) {
        assertThat(ours.precision()).isCloseTo(theirs.get("p").doubleValue(), within(1e-12));
        assertThat(ours.recall()).isCloseTo(theirs.get("r").doubleValue(), within(1e-12));
        assertThat(ours.f1()).isCloseTo(theirs.get("f1").doubleValue(), within(1e-12));
    }
}
