package org.salient4j.framework.text.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.text.tokenization.tokenizerfactory.TokenizerFactory;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.TextExample;

/**
 * Reads sentences with a score: a line is {@code id TAB score TAB text}. The class is the sign of
 * the score; the split is drawn from a seed.
 */
public final class ScoredSentenceReader {
    private static final int FIELDS = 3;

    private ScoredSentenceReader() {}

    /**
     * @param file the sentences
     * @param options the name, what scores are used and how the sentences are split
     * @param tokenizers splits a sentence into words, such as {@link WordTokenizerFactory}
     * @param seed which sentences are for what
     * @throws org.salient4j.framework.InvalidInputException if the file cannot be read or has no
     *     sentence that can be used
     */
    public static Corpus read(
            Path file, ScoredSentenceOptions options, TokenizerFactory tokenizers, Seed seed) {
        Findings.Collector findings = new Findings.Collector();
        List<TextExample> examples = new ArrayList<>();
        NumberedLines.read(
                file,
                (number, line) -> {
                    String[] fields = line.split("\t", FIELDS);
                    double score = fields.length == FIELDS ? score(fields[1]) : Double.NaN;
                    if (Double.isNaN(score)) {
                        findings.add(
                                file,
                                number,
                                "expected 'id TAB score TAB text', found '"
                                        + shortened(line)
                                        + "'; passed over");
                        return;
                    }
                    List<String> tokens = tokenizers.create(fields[2]).getTokens();
                    if (tokens.isEmpty()) {
                        findings.add(file, number, "the text is empty; passed over");
                    } else if (score != 0 && Math.abs(score) >= options.minimum()) {
                        examples.add(TextExample.of(fields[0], tokens, score > 0 ? 1 : 0));
                    }
                });
        return new Corpus(
                options.name(),
                ScoredSentenceOptions.CLASSES,
                split(examples, options, seed),
                findings.findings());
    }

    private static Map<Split, List<TextExample>> split(
            List<TextExample> examples, ScoredSentenceOptions options, Seed seed) {
        int test = (int) Math.round(options.testShare() * examples.size());
        int validation = (int) Math.round(options.validationShare() * examples.size());
        List<TextExample> order = new ArrayList<>();
        for (int i : Examples.shuffled(examples.size(), seed)) {
            order.add(examples.get(i));
        }
        Map<Split, List<TextExample>> splits = new EnumMap<>(Split.class);
        splits.put(Split.TEST, order.subList(0, test));
        if (options.validationShare() > 0) {
            splits.put(Split.VALIDATION, order.subList(test, test + validation));
        }
        splits.put(Split.TRAIN, order.subList(test + validation, order.size()));
        return splits;
    }

    private static double score(String field) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
