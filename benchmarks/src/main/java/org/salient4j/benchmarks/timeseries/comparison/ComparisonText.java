package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.timeseries.ScoreState;
import org.salient4j.benchmarks.timeseries.ScoreTable;

/** A comparison as lines of at most 100 columns, plain ASCII. */
public final class ComparisonText {
    private final PaperComparison comparison;

    /**
     * @param comparison what is printed
     */
    public ComparisonText(PaperComparison comparison) {
        this.comparison = comparison;
    }

    /** What was done and what there is of the run. */
    public List<String> heading() {
        ScoreTable table = comparison.run().table();
        Map<ScoreState, Long> states =
                table.conditions().stream()
                        .filter(c -> c.process().equals(comparison.run().process()))
                        .flatMap(c -> table.seeds().stream().map(seed -> table.state(c, seed)))
                        .collect(
                                Collectors.groupingBy(
                                        state -> state, TreeMap::new, Collectors.counting()));
        String counts =
                states.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey().words())
                        .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>(Wrapped.lines("Protocol: ", 4, comparison.protocol()));
        lines.addAll(
                Wrapped.lines(
                        "Beside the paper: ",
                        4,
                        "%s series, seeds %s; trainings: %s"
                                .formatted(
                                        comparison.run().process(),
                                        table.seeds().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")),
                                        counts)));
        return lines;
    }

    /** The answers, table 2 and the summary. */
    public List<String> brief() {
        List<String> lines = new ArrayList<>(claims());
        lines.add("");
        lines.addAll(table(2));
        lines.add("");
        lines.addAll(summary());
        return lines;
    }

    /** Everything. */
    public List<String> all() {
        List<String> lines = new ArrayList<>(claims());
        for (int table : PaperComparison.TABLES) {
            lines.add("");
            lines.addAll(table(table));
        }
        lines.add("");
        lines.addAll(trainings());
        lines.add("");
        lines.addAll(summary());
        return lines;
    }

    /** The claims, one line for each guided training. */
    public List<String> claims() {
        return new ClaimLines(comparison).lines();
    }

    /**
     * One of the paper's tables beside ours.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is no such table
     */
    public List<String> table(int number) {
        return new TableLines(comparison).lines(number);
    }

    /** How many published numbers lie in our intervals. */
    public List<String> summary() {
        return new SummaryLines(comparison).lines();
    }

    /** Saliency guided against standard training over data sets. */
    public List<String> trainings() {
        return new TrainingLines(comparison).lines();
    }
}
