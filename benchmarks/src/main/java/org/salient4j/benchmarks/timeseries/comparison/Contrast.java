package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.timeseries.TimeSeries;

/**
 * A weighted sum of scores and the range in which a claim says that its mean lies.
 *
 * <p>It is computed for every seed and data set, all of its scores being of the same data; the mean
 * over data sets by seed is what the claim is judged by.
 *
 * @param label which of the claim's parts it is
 * @param terms the scores
 * @param minusPublished whether the paper's own value is subtracted
 * @param lower the claimed values lie above it; minus infinity for no bound
 * @param upper the claimed values lie below it; infinity for no bound
 */
record Contrast(
        String label, List<Term> terms, boolean minusPublished, double lower, double upper) {

    /** Copies the terms. */
    Contrast {
        terms = List.copyOf(terms);
    }

    /** A claim that the sum is above 0. */
    static Contrast positive(String label, List<Term> terms) {
        return new Contrast(label, terms, false, 0, Double.POSITIVE_INFINITY);
    }

    /** A claim that the sum is below 0. */
    static Contrast negative(String label, List<Term> terms) {
        return new Contrast(label, terms, false, Double.NEGATIVE_INFINITY, 0);
    }

    /** The first minus the second. */
    static List<Term> difference(List<Term> first, List<Term> second) {
        List<Term> both = new ArrayList<>(first);
        second.forEach(
                t ->
                        both.add(
                                new Term(
                                        -t.weight(),
                                        t.network(),
                                        t.saliencyGuided(),
                                        t.method(),
                                        t.metric())));
        return both;
    }

    /**
     * The side with the higher mean, in words: what it does not share with the other side.
     *
     * @param mean the sum
     */
    String higher(double mean) {
        if (mean == 0) {
            return "both sides are equal";
        }
        boolean first = mean > 0;
        List<Term> side = terms.stream().filter(t -> t.weight() > 0 == first).toList();
        List<Term> other = terms.stream().filter(t -> t.weight() > 0 != first).toList();
        if (side.isEmpty()) {
            return (minusPublished ? "the paper" : "random maps") + " higher";
        }
        if (other.isEmpty()) {
            return "ours higher than " + (minusPublished ? "the paper" : "random maps");
        }
        List<String> words = new ArrayList<>();
        addDifference(words, side, other, Term::network);
        addDifference(words, side, other, Term::method);
        addDifference(words, side, other, t -> t.saliencyGuided() ? "SGT" : "standard");
        return String.join(" ", words) + " higher";
    }

    private static void addDifference(
            List<String> words, List<Term> side, List<Term> other, Function<Term, String> part) {
        Set<String> own = side.stream().map(part).collect(Collectors.toSet());
        if (own.size() == 1 && !own.equals(other.stream().map(part).collect(Collectors.toSet()))) {
            words.addAll(own);
        }
    }

    /** What a run has of it. */
    MeasuredContrast measure(ComparedRun run, TrainingKind guided) {
        List<String> datasets =
                TimeSeries.DATASETS.stream()
                        .filter(name -> run.table().datasets().contains(name))
                        .toList();
        double[][] values = new double[datasets.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = bySeed(run, guided, datasets.get(i));
        }
        CompleteBlock block = CompleteBlock.of(values);
        return new MeasuredContrast(
                this,
                block.meanBySeed(values),
                block.datasets().stream().map(datasets::get).toList());
    }

    /** Whether the paper's own numbers, means over its ten data sets, are as claimed. */
    boolean heldByPublished() {
        double mean =
                TimeSeries.DATASETS.stream().mapToDouble(this::published).average().orElseThrow();
        return minusPublished || mean > lower && mean < upper;
    }

    private double[] bySeed(ComparedRun run, TrainingKind guided, String dataset) {
        double[] sums = new double[run.table().seeds().size()];
        for (Term term : terms) {
            double[] values =
                    run.values(
                            dataset,
                            term.network(),
                            term.saliencyGuided() ? guided : TrainingKind.STANDARD,
                            term.method(),
                            term.metric());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += term.weight() * values[i];
            }
        }
        double published = minusPublished ? published(dataset) : 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= published;
        }
        return sums;
    }

    private double published(String dataset) {
        return terms.stream()
                .mapToDouble(
                        t ->
                                t.weight()
                                        * PublishedTables.find(
                                                        dataset,
                                                        t.network(),
                                                        t.saliencyGuided(),
                                                        t.method(),
                                                        t.metric())
                                                .orElseThrow()
                                                .value())
                .sum();
    }
}
