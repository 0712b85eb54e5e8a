package org.salient4j.benchmarks.report.timeseries;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.report.Line;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** Curves of equal length as a mean line with its interval. */
final class MeanLine {

    private MeanLine() {}

    static Line of(String name, int style, List<double[]> curves) {
        MeanInterval[] means = means(curves);
        return new Line(
                name,
                style,
                Arrays.stream(means).mapToDouble(MeanInterval::mean).toArray(),
                Arrays.stream(means).mapToDouble(MeanInterval::lower).toArray(),
                Arrays.stream(means).mapToDouble(MeanInterval::upper).toArray());
    }

    /** The mean at each place. */
    static MeanInterval[] means(List<double[]> curves) {
        return IntStream.range(0, curves.get(0).length)
                .mapToObj(
                        i ->
                                MeanInterval.of(
                                        curves.stream().mapToDouble(curve -> curve[i]).toArray()))
                .toArray(MeanInterval[]::new);
    }
}
