package org.salient4j.framework.network;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.Rows;

/** A classifier's answers to any number of examples, in calls of bounded size. */
public final class Predictions {
    private static final int BATCH = 250;

    private Predictions() {}

    /**
     * @param model the classifier
     * @param x [N, inputShape…]
     * @return logits [N, classes], of the model's type
     */
    public static INDArray outputs(DifferentiableModel model, INDArray x) {
        int samples = (int) x.size(0);
        double[] all = new double[samples * model.outputs()];
        for (int from = 0; from < samples; from += BATCH) {
            INDArray part = model.output(rows(x, from, Math.min(samples, from + BATCH)));
            double[] values = HostArray.doubles(part);
            System.arraycopy(values, 0, all, from * model.outputs(), values.length);
        }
        return HostArray.of(all, model.dataType(), samples, model.outputs());
    }

    /**
     * The class of the largest logit of each example; the lowest of equals.
     *
     * @param model the classifier
     * @param x [N, inputShape…]
     */
    public static int[] classes(DifferentiableModel model, INDArray x) {
        return OneHot.classes(outputs(model, x));
    }

    private static INDArray rows(INDArray x, int from, int to) {
        return Rows.pick(x, IntStream.range(from, to).toArray());
    }
}
