package org.salient4j.framework.text.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.TextExample;

/**
 * Reads a data set in the format of the ERASER benchmark: {@code train.jsonl}, {@code val.jsonl},
 * {@code test.jsonl} (those that are there) and the documents, in the folder {@code docs} or the
 * file {@code docs.jsonl}.
 *
 * <p>A line is an annotation: a class, the documents to read and groups of evidence, each a list of
 * token ranges. An annotation that cannot be used (no JSON, an unknown class, a document that is
 * missing or empty) is passed over and reported; one whose evidence does not lie in its documents
 * is kept without a rationale, because a part of a rationale would count against a method that
 * finds the rest.
 *
 * <p>Source: DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, ACL 2020.
 */
public final class EraserReader {
    private static final Map<Split, String> FILES =
            Map.of(
                    Split.TRAIN, "train.jsonl",
                    Split.VALIDATION, "val.jsonl",
                    Split.TEST, "test.jsonl");

    private EraserReader() {}

    /**
     * @param folder the folder of the files
     * @param options name, classes, and whether the query is read
     * @throws InvalidInputException if a file or the documents cannot be read, or nothing in them
     *     can be used
     */
    public static Corpus read(Path folder, EraserOptions options) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    folder + " is not a folder: expected one with train.jsonl and docs");
        }
        Findings.Collector findings = new Findings.Collector();
        Map<Split, List<EraserLine>> lines = lines(folder, findings);
        List<String> classes = options.classes().isEmpty() ? classes(lines) : options.classes();
        EraserExamples examples =
                new EraserExamples(
                        EraserDocuments.in(folder, findings),
                        classes,
                        options.readsQuery(),
                        findings);
        Map<Split, List<TextExample>> splits = new EnumMap<>(Split.class);
        lines.forEach((split, found) -> splits.put(split, examples.of(found)));
        return new Corpus(options.name(), classes, splits, findings.findings());
    }

    static Path file(Path folder, Split split) {
        return folder.resolve(FILES.get(split));
    }

    private static Map<Split, List<EraserLine>> lines(Path folder, Findings.Collector findings) {
        Map<Split, List<EraserLine>> lines = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            Path file = file(folder, split);
            if (Files.isRegularFile(file)) {
                lines.put(split, annotations(file, findings));
            }
        }
        if (lines.isEmpty()) {
            throw new InvalidInputException(
                    folder + ": expected train.jsonl, val.jsonl or test.jsonl, found none of them");
        }
        return lines;
    }

    private static List<EraserLine> annotations(Path file, Findings.Collector findings) {
        List<EraserLine> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        NumberedLines.read(
                file,
                (number, text) -> {
                    String origin = file.getFileName() + ":" + number;
                    try {
                        EraserAnnotation annotation = EraserAnnotation.parse(text, origin);
                        if (ids.add(annotation.id())) {
                            lines.add(new EraserLine(origin, annotation));
                        } else {
                            findings.add(
                                    origin
                                            + ": '"
                                            + annotation.id()
                                            + "' was there before; passed over");
                        }
                    } catch (InvalidInputException e) {
                        findings.add(e.getMessage() + "; passed over");
                    }
                });
        return lines;
    }

    /**
     * The classes of the first file that another file has too, sorted: a class that stands in the
     * training part alone is a slip of the pen, and would be learned as one more class. Where that
     * leaves no two, or there is one file, those of the first file.
     */
    private static List<String> classes(Map<Split, List<EraserLine>> lines) {
        List<Set<String>> files = lines.values().stream().map(EraserReader::named).toList();
        Set<String> first = files.get(0);
        List<String> shared =
                first.stream()
                        .filter(name -> files.stream().skip(1).anyMatch(f -> f.contains(name)))
                        .toList();
        return shared.size() < 2 ? List.copyOf(first) : shared;
    }

    private static Set<String> named(List<EraserLine> lines) {
        Set<String> classes = new TreeSet<>();
        lines.forEach(line -> classes.add(line.annotation().classification()));
        return classes;
    }
}
