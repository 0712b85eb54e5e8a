package org.salient4j.framework.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.OneHot;
import org.salient4j.framework.network.Predictions;

/**
 * How well a network does, without dropout.
 *
 * @param accuracy share classified right; NaN where there are no classes
 * @param loss mean loss: a classifier's is the cross-entropy, nats
 */
public record Evaluation(double accuracy, double loss) {
    /** Of a network whose outputs are not classes. */
    public static Evaluation ofLoss(double loss) {
        return new Evaluation(Double.NaN, loss);
    }

    /** Evaluates a classifier, in calls of bounded size. */
    public static Evaluation of(DifferentiableModel model, Examples examples) {
        INDArray logits = Predictions.outputs(model, examples.x());
        int[] predicted = OneHot.classes(logits);
        double[] values = HostArray.doubles(logits);
        int classes = model.outputs();
        int right = 0;
        double loss = 0;
        for (int n = 0; n < examples.size(); n++) {
            int label = examples.labels()[n];
            right += predicted[n] == label ? 1 : 0;
            double highest = values[n * classes + predicted[n]];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(values[n * classes + c] - highest);
            }
            loss += highest + Math.log(sum) - values[n * classes + label];
        }
        return new Evaluation((double) right / examples.size(), loss / examples.size());
    }

    /** Whether this is the better validation score: accuracy first, if there is one, then loss. */
    boolean betterThan(Evaluation other) {
        if (other == null) {
            return true;
        }
        // NaN compares as equal to NaN.
        int byAccuracy = Double.compare(accuracy, other.accuracy);
        return byAccuracy > 0 || (byAccuracy == 0 && loss < other.loss);
    }
}
