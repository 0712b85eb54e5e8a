package org.salient4j.framework.contrastive;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * Alike are steps with labels c of a given distance: q = c_i + N(0, delta² I), and the positive is
 * the step with the label nearest to q.
 *
 * @param delta standard deviation in the labels' units, positive
 * @param columns which labels; none for all
 */
public record DeltaNormal(double delta, List<Integer> columns) implements PositiveSampler {

    /** A deviation of 0.1, all labels. */
    public DeltaNormal() {
        this(0.1, List.of());
    }

    /** Validates. */
    public DeltaNormal {
        columns = List.copyOf(columns);
        if (!(delta > 0) || Double.isInfinite(delta)) {
            throw new InvalidInputException("delta must be positive, was " + delta);
        }
    }

    @Override
    public String name() {
        return "delta-normal";
    }

    @Override
    public String description() {
        return "the step whose label is nearest to the own one with normal noise";
    }

    @Override
    public Positives over(NeuralRecording recording) {
        LabelSpace labels = new LabelSpace(recording, columns, name());
        NearestPoints nearest = labels.nearest();
        return (reference, positive, random) -> {
            double[] query = new double[labels.dimensions()];
            for (int b = 0; b < reference.length; b++) {
                for (int d = 0; d < query.length; d++) {
                    query[d] = labels.at(reference[b], d) + delta * random.nextGaussian();
                }
                positive[b] = nearest.to(query);
            }
        };
    }
}
