package org.salient4j.benchmarks.vanishing;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.synthetic.Box;
import org.salient4j.synthetic.FixedBoxes;
import org.salient4j.synthetic.FixedLayout;
import org.salient4j.synthetic.Scaling;
import org.salient4j.synthetic.SeriesSize;
import org.salient4j.synthetic.SyntheticSpec;

/**
 * What the series of a cell are and where in them the class is written, number by number: a cell
 * that named only a preset would keep its key when the preset changes.
 *
 * @param timeSteps length of the series
 * @param features values at a time step
 * @param boxes the cells that carry the class, the same in every sample
 * @param process name of what the series are beside the boxes, with its default settings
 * @param shift what is added inside the boxes, times the sign of the class
 * @param scaling how the series are scaled
 */
public record BoxedSeries(
        int timeSteps,
        int features,
        List<Box> boxes,
        String process,
        double shift,
        Scaling scaling) {

    /** Keeps its own copy. */
    public BoxedSeries {
        boxes = List.copyOf(boxes);
    }

    /**
     * Of a data set, without the numbers of its samples and their type.
     *
     * @throws InvalidInputException if its boxes move, or its process has settings of its own
     */
    public static BoxedSeries of(SyntheticSpec spec) {
        String process = spec.process().name();
        if (!(spec.layout() instanceof FixedLayout layout)
                || !spec.process().equals(SyntheticSeries.processes().get(process))) {
            throw new InvalidInputException(
                    "series must have fixed boxes and a process with default settings, found %s and %s"
                            .formatted(spec.layout(), spec.process()));
        }
        return new BoxedSeries(
                spec.size().timeSteps(),
                spec.size().features(),
                layout.boxes(),
                process,
                spec.shift(),
                spec.scaling());
    }

    /** The data set with so many samples. */
    SyntheticSpec spec(int train, int validation, int test, DataType dataType) {
        return new SyntheticSpec(
                new FixedBoxes(boxes),
                SyntheticSeries.processes().get(process),
                new SeriesSize(timeSteps, features),
                train,
                validation,
                test,
                false,
                shift,
                scaling,
                dataType);
    }
}
