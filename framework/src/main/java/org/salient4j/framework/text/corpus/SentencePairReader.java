package org.salient4j.framework.text.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.text.tokenization.tokenizerfactory.TokenizerFactory;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;

/**
 * Reads pairs of sentences with a label: a line is {@code label TAB premise TAB hypothesis}. The
 * files have no rationales.
 */
public final class SentencePairReader {
    /** The classes of SNLI and e-SNLI. */
    public static final List<String> INFERENCE_CLASSES =
            List.of("contradiction", "neutral", "entailment");

    private static final int FIELDS = 3;

    private SentencePairReader() {}

    /**
     * @param name what results call the data; if a part is used for another purpose than its
     *     publishers', the name must say so
     * @param classes the classes in the order of their labels
     * @param files which file is for what
     * @param tokenizers splits a sentence into words
     * @throws org.salient4j.framework.InvalidInputException if a file cannot be read or has no pair
     *     that can be used
     */
    public static Corpus read(
            String name,
            List<String> classes,
            Map<Split, Path> files,
            TokenizerFactory tokenizers) {
        Findings.Collector findings = new Findings.Collector();
        Map<Split, List<TextExample>> splits = new EnumMap<>(Split.class);
        files.forEach(
                (split, file) -> splits.put(split, pairs(file, classes, tokenizers, findings)));
        return new Corpus(name, classes, splits, findings.findings());
    }

    private static List<TextExample> pairs(
            Path file,
            List<String> classes,
            TokenizerFactory tokenizers,
            Findings.Collector findings) {
        List<TextExample> pairs = new ArrayList<>();
        NumberedLines.read(
                file,
                (number, line) -> {
                    String[] fields = line.split("\t", -1);
                    if (fields.length != FIELDS) {
                        findings.add(
                                file,
                                number,
                                "expected 'label TAB premise TAB hypothesis', found "
                                        + fields.length
                                        + " fields; passed over");
                        return;
                    }
                    int label = classes.indexOf(fields[0]);
                    List<String> premise = tokenizers.create(fields[1]).getTokens();
                    List<String> hypothesis = tokenizers.create(fields[2]).getTokens();
                    if (label < 0) {
                        String what = NearestName.unknown("class", fields[0], classes).getMessage();
                        findings.add(file, number, what + "; passed over");
                    } else if (premise.isEmpty() || hypothesis.isEmpty()) {
                        findings.add(file, number, "a sentence is empty; passed over");
                    } else {
                        String id = file.getFileName() + ":" + number;
                        pairs.add(pair(id, premise, hypothesis, label));
                    }
                });
        return pairs;
    }

    private static TextExample pair(
            String id, List<String> premise, List<String> hypothesis, int label) {
        List<String> tokens = new ArrayList<>(premise);
        tokens.addAll(hypothesis);
        TextPart.Role document = TextPart.Role.DOCUMENT;
        return new TextExample(
                id,
                tokens,
                label,
                List.of(
                        new TextPart(document, id + "_premise", 0, premise.size()),
                        new TextPart(document, id + "_hypothesis", premise.size(), tokens.size())),
                null);
    }
}
