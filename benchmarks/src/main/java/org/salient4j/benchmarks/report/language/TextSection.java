package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.language.LanguageCell;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.ShownText;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.HighlightedText;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;

/** Texts with the scores of their words. */
final class TextSection {
    private TextSection() {}

    static Section of(LanguageGroups groups) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "What each method says a word contributes to the predicted class, divided by"
                                + " the largest of the text. Words for the class are on blue ground"
                                + " and underlined with a line, words against it on orange ground and"
                                + " underlined with dots; the more a word has, the stronger the"
                                + " ground and the thicker the line. The number behind a word is its"
                                + " share in per cent, where that is at least 20. Words in frames"
                                + " belong to the rationale that the corpus gives. Between the parts"
                                + " of a text stands [SEP], as the network reads it; the words of a"
                                + " query, which stands first, are neither ranked nor erased."));
        boolean first = true;
        for (CellResult<LanguageCell, LanguageResult> each : groups.run().results()) {
            if (each.cell().seed() != 1 || each.result().texts().isEmpty()) {
                continue;
            }
            List<Block> texts = new ArrayList<>();
            for (ShownText text : each.result().texts()) {
                text.scores()
                        .forEach(
                                (method, scores) ->
                                        texts.add(
                                                block(text, named(method, each.result()), scores)));
            }
            String title =
                    "After %s training, seed 1".formatted(LanguageWords.of(each.cell().training()));
            blocks.add(new Fold(title, texts, first));
            first = false;
        }
        if (first) {
            blocks.add(new Paragraph("No result has texts to show."));
        }
        return new Section("Texts", blocks);
    }

    /** The method and what was made a word's score, as {@code LanguageMeasurement} chooses it. */
    private static String named(String method, LanguageResult result) {
        boolean dot =
                result.scores().stream()
                        .anyMatch(
                                score ->
                                        score.method().equals(method)
                                                && score.score().equals("dot"));
        return method + ", " + LanguageWords.score(dot ? "dot" : "sum");
    }

    private static HighlightedText block(ShownText text, String method, List<Double> scores) {
        long shown =
                text.tokens().stream().filter(token -> !token.equals(ShownText.SEPARATOR)).count();
        String cut =
                shown < text.words()
                        ? ", the first %d of %d words".formatted(shown, text.words())
                        : "";
        return new HighlightedText(
                "%s: %s, predicted %s (%s), is %s%s"
                        .formatted(
                                method,
                                text.id(),
                                text.predicted(),
                                IntervalCell.share(text.probability()),
                                text.label(),
                                cut),
                text.tokens(),
                scores,
                text.marked() == null ? List.of() : text.marked());
    }
}
