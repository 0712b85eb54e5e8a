package org.salient4j.framework.network;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;

/** A classifier's answers to any number of examples, in calls of bounded size. */
public final class Predictions {
    private static final int BATCH = 250;

    private Predictions() {}

    /**
     * @param model the classifier
     * @param x [N, inputShape…]
     * @return logits [N, classes], of the model's type
     */
    public static INDArray logits(DifferentiableModel model, INDArray x) {
        int samples = (int) x.size(0);
        double[] all = new double[samples * model.classes()];
        double[] input = HostArray.doubles(x);
        int cells = input.length / samples;
        long[] shape = x.shape().clone(); // ND4J hands out its own array, not a copy
        for (int from = 0; from < samples; from += BATCH) {
            int to = Math.min(samples, from + BATCH);
            shape[0] = to - from;
            double[] rows = Arrays.copyOfRange(input, from * cells, to * cells);
            double[] values =
                    HostArray.doubles(model.logits(HostArray.of(rows, model.dataType(), shape)));
            System.arraycopy(values, 0, all, from * model.classes(), values.length);
        }
        return HostArray.of(all, model.dataType(), samples, model.classes());
    }

    /**
     * The class of the largest logit of each example; the lowest of equals.
     *
     * @param model the classifier
     * @param x [N, inputShape…]
     */
    public static int[] classes(DifferentiableModel model, INDArray x) {
        return OneHot.classes(logits(model, x));
    }
}
