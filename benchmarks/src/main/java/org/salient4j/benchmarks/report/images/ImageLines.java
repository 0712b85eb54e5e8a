package org.salient4j.benchmarks.report.images;

import java.util.Arrays;
import org.salient4j.benchmarks.report.Line;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** Means and their intervals as lines of charts. */
final class ImageLines {
    private ImageLines() {}

    static Line line(String name, int style, MeanInterval... means) {
        return new Line(
                name,
                style % Line.STYLES,
                Arrays.stream(means).mapToDouble(MeanInterval::mean).toArray(),
                Arrays.stream(means).mapToDouble(MeanInterval::lower).toArray(),
                Arrays.stream(means).mapToDouble(MeanInterval::upper).toArray());
    }
}
