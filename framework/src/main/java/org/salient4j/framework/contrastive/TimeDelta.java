package org.salient4j.framework.contrastive;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * Alike are steps whose labels c are apart as labels of steps that follow each other are: q = c_i +
 * (c_j - c_{j-delta}) for a random step j, and the positive is the step with the label nearest to
 * q. A difference that would reach into another trial is 0.
 *
 * @param delta steps between the two labels of a difference, at least 1
 * @param columns which labels; none for all
 */
public record TimeDelta(int delta, List<Integer> columns) implements PositiveSampler {

    /** Of neighbouring steps, all labels. */
    public TimeDelta() {
        this(1, List.of());
    }

    /** Validates. */
    public TimeDelta {
        columns = List.copyOf(columns);
        if (delta < 1) {
            throw new InvalidInputException("delta must be at least 1, was " + delta);
        }
    }

    @Override
    public String name() {
        return "time-delta";
    }

    @Override
    public String description() {
        return "the step whose label is nearest to the own one moved as labels move in time";
    }

    @Override
    public Positives over(NeuralRecording recording) {
        Trials trials = new Trials(recording);
        trials.requireLength(delta + 1, "a time delta of " + delta);
        LabelSpace labels = new LabelSpace(recording, columns, name());
        NearestPoints nearest = labels.nearest();
        return (reference, positive, random) -> {
            double[] query = new double[labels.dimensions()];
            for (int b = 0; b < reference.length; b++) {
                int j = random.nextInt(recording.steps());
                boolean inside = j - delta >= trials.first(j);
                for (int d = 0; d < query.length; d++) {
                    double moved = inside ? labels.at(j, d) - labels.at(j - delta, d) : 0;
                    query[d] = labels.at(reference[b], d) + moved;
                }
                positive[b] = nearest.to(query);
            }
        };
    }
}
