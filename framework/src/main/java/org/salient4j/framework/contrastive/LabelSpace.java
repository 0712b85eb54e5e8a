package org.salient4j.framework.contrastive;

import java.util.List;
import java.util.stream.IntStream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;

/** Some label columns of a recording, as points in which neighbours are looked for. */
final class LabelSpace {
    private final double[] points;
    private final int dimensions;

    /**
     * @param columns which labels; none for all
     * @param sampler whom messages name
     */
    LabelSpace(NeuralRecording recording, List<Integer> columns, String sampler) {
        if (recording.labelColumns() == 0) {
            throw new InvalidInputException(
                    sampler + " needs labels, the recording has none: take time-offset");
        }
        List<Integer> used =
                columns.isEmpty()
                        ? IntStream.range(0, recording.labelColumns()).boxed().toList()
                        : columns;
        for (int column : used) {
            if (column < 0 || column >= recording.labelColumns()) {
                throw new InvalidInputException(
                        "%s: label columns must be in [0, %d), found %d"
                                .formatted(sampler, recording.labelColumns(), column));
            }
        }
        double[] all = HostArray.doubles(recording.labels());
        this.dimensions = used.size();
        this.points = new double[recording.steps() * dimensions];
        for (int step = 0; step < recording.steps(); step++) {
            for (int d = 0; d < dimensions; d++) {
                points[step * dimensions + d] = all[step * recording.labelColumns() + used.get(d)];
            }
        }
    }

    int dimensions() {
        return dimensions;
    }

    double at(int step, int dimension) {
        return points[step * dimensions + dimension];
    }

    NearestPoints nearest() {
        return new NearestPoints(points, dimensions);
    }
}
