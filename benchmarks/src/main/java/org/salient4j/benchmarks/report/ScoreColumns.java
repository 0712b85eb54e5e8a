package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;

/**
 * The columns of scores in a table for other programs: each metric and what random maps are
 * expected to get. A value that does not exist is empty.
 */
public final class ScoreColumns {
    private final TreeSet<String> metrics = new TreeSet<>();

    /**
     * @param results what has the metrics
     */
    public ScoreColumns(Stream<MethodResult> results) {
        results.forEach(result -> metrics.addAll(result.scores().keySet()));
    }

    /** The heads. */
    public List<String> heads() {
        List<String> heads = new ArrayList<>();
        for (String metric : metrics) {
            heads.add(metric.replace('-', '_'));
            heads.add(metric.replace('-', '_') + "_random");
        }
        return heads;
    }

    /** The values of one result. */
    public List<String> values(MethodResult measured) {
        List<String> values = new ArrayList<>();
        for (String metric : metrics) {
            MetricScore score = measured.scores().get(metric);
            values.add(score == null || score.mean() == null ? "" : score.mean().toString());
            values.add(score == null || score.random() == null ? "" : score.random().toString());
        }
        return values;
    }
}
