package org.salient4j.framework.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * How well a classifier does on examples, without dropout.
 *
 * @param accuracy share classified right
 * @param loss mean cross-entropy, nats
 */
public record Evaluation(double accuracy, double loss) {
    private static final int BATCH = 250;

    /** Evaluates in batches. */
    public static Evaluation of(DifferentiableModel model, Examples examples) {
        int right = 0;
        double loss = 0;
        for (int from = 0; from < examples.size(); from += BATCH) {
            Examples batch = examples.range(from, Math.min(examples.size(), from + BATCH));
            INDArray output = model.logits(batch.x());
            double[] logits = HostArray.doubles(output);
            int classes = model.classes();
            for (int b = 0; b < batch.size(); b++) {
                int predicted = 0;
                for (int c = 1; c < classes; c++) {
                    if (logits[b * classes + c] > logits[b * classes + predicted]) {
                        predicted = c;
                    }
                }
                right += predicted == batch.labels()[b] ? 1 : 0;
                double highest = logits[b * classes + predicted];
                double sum = 0;
                for (int c = 0; c < classes; c++) {
                    sum += Math.exp(logits[b * classes + c] - highest);
                }
                loss += highest + Math.log(sum) - logits[b * classes + batch.labels()[b]];
            }
        }
        return new Evaluation((double) right / examples.size(), loss / examples.size());
    }

    /** Whether this is the better validation score: accuracy first, then loss. */
    boolean betterThan(Evaluation other) {
        return other == null
                || accuracy > other.accuracy
                || (accuracy == other.accuracy && loss < other.loss);
    }
}
