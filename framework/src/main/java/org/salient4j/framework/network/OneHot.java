package org.salient4j.framework.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;

/** Class numbers as rows with a single one. */
public final class OneHot {
    private OneHot() {}

    /**
     * @param labels classes from 0
     * @param classes their number
     * @param type FLOAT or DOUBLE
     * @return [B, classes]
     */
    public static INDArray of(int[] labels, int classes, DataType type) {
        double[] rows = new double[labels.length * classes];
        for (int b = 0; b < labels.length; b++) {
            if (labels[b] < 0 || labels[b] >= classes) {
                throw new InvalidInputException(
                        "class of sample %d must be in [0, %d), was %d"
                                .formatted(b, classes, labels[b]));
            }
            rows[b * classes + labels[b]] = 1;
        }
        return HostArray.of(rows, type, labels.length, classes);
    }

    /**
     * The class of each row's largest entry, the lowest of equals: of one-hot rows and of logits.
     *
     * @param rows [B, classes]
     */
    public static int[] classes(INDArray rows) {
        double[] values = HostArray.doubles(rows);
        int classes = (int) rows.size(1);
        int[] labels = new int[(int) rows.size(0)];
        for (int b = 0; b < labels.length; b++) {
            for (int c = 1; c < classes; c++) {
                if (values[b * classes + c] > values[b * classes + labels[b]]) {
                    labels[b] = c;
                }
            }
        }
        return labels;
    }
}
