package org.salient4j.framework.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;

/**
 * Labelled texts split for training, choosing and measuring.
 *
 * <p>The name goes into every result, so it must say what the data really is: {@code e-SNLI pairs,
 * trained on the dev split}, not {@code e-SNLI}.
 *
 * @param name what the data is
 * @param classes the names of the classes, in the order of the labels
 * @param splits the parts that are there
 * @param findings what the reader passed over
 */
public record Corpus(
        String name,
        List<String> classes,
        Map<Split, List<TextExample>> splits,
        Findings findings) {

    /**
     * @throws InvalidInputException if the name is empty, there are fewer than two classes or no
     *     examples, a label is no class, or all training examples are of one class
     */
    public Corpus {
        if (name == null || name.isBlank()) {
            throw new InvalidInputException("name must say what the data is, was empty");
        }
        classes = List.copyOf(classes);
        if (classes.size() < 2 || new HashSet<>(classes).size() < classes.size()) {
            throw new InvalidInputException(
                    name + ": expected at least two different classes, found " + classes);
        }
        Map<Split, List<TextExample>> copy = new EnumMap<>(Split.class);
        for (Map.Entry<Split, List<TextExample>> split : splits.entrySet()) {
            copy.put(split.getKey(), List.copyOf(split.getValue()));
            requireFit(name, classes, split.getKey(), split.getValue(), findings);
        }
        if (copy.isEmpty()) {
            throw new InvalidInputException(
                    name + ": a corpus needs at least one of train, validation and test");
        }
        splits = Collections.unmodifiableMap(copy);
    }

    /** A corpus that was read without findings. */
    public static Corpus of(
            String name, List<String> classes, Map<Split, List<TextExample>> splits) {
        return new Corpus(name, classes, splits, Findings.none());
    }

    /**
     * @throws InvalidInputException if there is no such part
     */
    public List<TextExample> get(Split split) {
        return find(split)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        name + " has no " + split.folder() + " part"));
    }

    /** The part, if it is there. */
    public Optional<List<TextExample>> find(Split split) {
        return Optional.ofNullable(splits.get(split));
    }

    /** The part to fit on. */
    public List<TextExample> train() {
        return get(Split.TRAIN);
    }

    /** The part to measure on. */
    public List<TextExample> test() {
        return get(Split.TEST);
    }

    /** All examples, part after part. */
    public List<TextExample> all() {
        return splits.values().stream().flatMap(Collection::stream).toList();
    }

    /**
     * The corpus with a random share of the training part to choose on, for those that come
     * without; a corpus that has a validation part stays as it is.
     *
     * @param share of the training part, in (0, 1)
     * @param seed which examples
     */
    public Corpus withValidation(double share, Seed seed) {
        if (splits.containsKey(Split.VALIDATION)) {
            return this;
        }
        List<TextExample> train = train();
        int chosen = (int) Math.round(share * train.size());
        if (chosen < 1 || chosen >= train.size()) {
            throw new InvalidInputException(
                    "a validation share of %s leaves %d of %d examples for validation: both parts need at least one"
                            .formatted(share, chosen, train.size()));
        }
        int[] order = Examples.shuffled(train.size(), seed);
        List<TextExample> rest = new ArrayList<>();
        List<TextExample> validation = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            (i < chosen ? validation : rest).add(train.get(order[i]));
        }
        Map<Split, List<TextExample>> parts = new EnumMap<>(splits);
        parts.put(Split.TRAIN, rest);
        parts.put(Split.VALIDATION, validation);
        return new Corpus(name, classes, parts, findings);
    }

    /** The corpus with its long texts cut; what was cut is among the findings. */
    public Corpus truncated(Truncation truncation) {
        Map<Split, List<TextExample>> parts = new EnumMap<>(Split.class);
        Findings.Collector cut = new Findings.Collector();
        splits.forEach(
                (split, examples) -> {
                    List<TextExample> shorter = examples.stream().map(truncation::of).toList();
                    long longer =
                            examples.stream().filter(e -> e.length() > truncation.limit()).count();
                    if (longer > 0) {
                        cut.add(
                                "%s: %d of %d texts are longer than %d words and were cut (%s)"
                                        .formatted(
                                                split.folder(),
                                                longer,
                                                examples.size(),
                                                truncation.limit(),
                                                truncation.keep().words()));
                    }
                    parts.put(split, shorter);
                });
        return new Corpus(name, classes, parts, findings.and(cut.findings()));
    }

    private static void requireFit(
            String name,
            List<String> classes,
            Split split,
            List<TextExample> examples,
            Findings findings) {
        if (examples.isEmpty()) {
            throw new InvalidInputException(
                    "%s: the %s part has no example that can be used%s"
                            .formatted(name, split.folder(), findings.first()));
        }
        for (TextExample example : examples) {
            if (example.label() >= classes.size()) {
                throw new InvalidInputException(
                        "%s: the label of '%s' must be in [0, %d), was %d"
                                .formatted(name, example.id(), classes.size(), example.label()));
            }
        }
        int first = examples.get(0).label();
        if (split == Split.TRAIN && examples.stream().allMatch(e -> e.label() == first)) {
            throw new InvalidInputException(
                    "%s: all %d training examples are of the class '%s': a classifier needs at least two%s"
                            .formatted(
                                    name, examples.size(), classes.get(first), findings.first()));
        }
    }
}
