package org.salient4j.framework.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.graph.Rows;

/**
 * Every example once an epoch, in an order that the seed fixes. The arrays of a batch are written
 * again by the next batch of the same size: a training makes tens of thousands, and the garbage
 * collector does not see their memory.
 */
final class ShuffledBatches implements Batches {
    private final Examples examples;
    private final int classes;
    private final int batchSize;
    private final Seed seed;
    private final Map<Integer, Filled> bySize = new HashMap<>();
    private int ordered = -1;
    private int[] order;

    private record Filled(INDArray x, INDArray labels) {}

    /**
     * @param examples of the network's type
     * @param classes number of classes
     */
    ShuffledBatches(Examples examples, int classes, int batchSize, Seed seed) {
        this.examples = examples;
        this.classes = classes;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    @Override
    public int count() {
        return (examples.size() - 1) / batchSize + 1;
    }

    @Override
    public MultiDataSet get(int epoch, int number) {
        if (epoch != ordered) {
            order = Examples.shuffled(examples.size(), seed.child(epoch));
            ordered = epoch;
        }
        int from = number * batchSize;
        int to = Math.min(examples.size(), from + batchSize);
        return of(Arrays.copyOfRange(order, from, to));
    }

    private MultiDataSet of(int[] rows) {
        Filled arrays = bySize.computeIfAbsent(rows.length, this::create);
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

    private Filled create(int size) {
        INDArray x = examples.x();
        long[] shape = x.shape().clone(); // ND4J hands out its own array, not a copy
        shape[0] = size;
        return new Filled(
                Nd4j.createUninitialized(x.dataType(), shape, 'c'),
                Nd4j.createUninitialized(x.dataType(), new long[] {size, classes}, 'c'));
    }
}
