package org.salient4j.framework.training;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.graph.Rows;

/**
 * Batches whose arrays are written again by the next batch of the same size: a training makes tens
 * of thousands, and the garbage collector does not see their memory.
 */
final class ReusedBatches {
    private final int classes;
    private final Map<Integer, Arrays> bySize = new HashMap<>();

    private record Arrays(INDArray x, INDArray labels) {}

    /**
     * @param classes number of classes
     */
    ReusedBatches(int classes) {
        this.classes = classes;
    }

    /**
     * @param examples where the batch is from
     * @param rows which examples
     * @return features [rows, …] and one-hot labels [rows, classes] of the examples' type
     */
    MultiDataSet of(Examples examples, int[] rows) {
        Arrays arrays = bySize.computeIfAbsent(rows.length, size -> create(examples.x(), size));
        Rows.copy(examples.x(), rows, arrays.x());
        HostRows labels = HostRows.writing(arrays.labels());
        double[] oneHot = new double[classes];
        for (int row = 0; row < rows.length; row++) {
            int label = examples.labels()[rows[row]];
            oneHot[label] = 1;
            labels.write(row, oneHot);
            oneHot[label] = 0;
        }
        return new MultiDataSet(new INDArray[] {arrays.x()}, new INDArray[] {arrays.labels()});
    }

    private Arrays create(INDArray x, int size) {
        long[] shape = x.shape().clone(); // ND4J hands out its own array, not a copy
        shape[0] = size;
        return new Arrays(
                Nd4j.createUninitialized(x.dataType(), shape, 'c'),
                Nd4j.createUninitialized(x.dataType(), new long[] {size, classes}, 'c'));
    }
}
