package org.salient4j.framework.images;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.training.Batches;

/**
 * Every image once an epoch, in an order that the seed fixes: the order that the same images as
 * {@code LabelledData} would have. The arrays of a batch are written again by the next batch of the
 * same size.
 */
final class ImageBatches implements Batches {
    private final ImageData images;
    private final Augmentation augmentation;
    private final DataType type;
    private final int classes;
    private final int batchSize;
    private final Seed shuffle;
    private final Seed augment;
    private final float[] image;
    private final double[] row;
    private final Map<Integer, Filled> bySize = new HashMap<>();
    private int ordered = -1;
    private int[] order;

    private record Filled(INDArray x, INDArray labels) {}

    /**
     * @param type of the network
     * @param classes the network tells apart
     */
    ImageBatches(ImageTrainingData data, DataType type, int classes, int batchSize, Seed seed) {
        this.images = data.images();
        this.augmentation = data.augmentation();
        this.type = type;
        this.classes = classes;
        this.batchSize = batchSize;
        this.shuffle = seed.child("shuffle");
        this.augment = seed.child("augment");
        this.image = new float[images.shape().values()];
        this.row = new double[image.length];
    }

    @Override
    public int count() {
        return (images.size() - 1) / batchSize + 1;
    }

    @Override
    public MultiDataSet get(int epoch, int number) {
        if (epoch != ordered) {
            order = Examples.shuffled(images.size(), shuffle.child(epoch));
            ordered = epoch;
        }
        int from = number * batchSize;
        int size = Math.min(images.size() - from, batchSize);
        Filled arrays = bySize.computeIfAbsent(size, this::create);
        HostRows x = HostRows.writing(arrays.x());
        HostRows labels = HostRows.writing(arrays.labels());
        double[] oneHot = new double[classes];
        for (int i = 0; i < size; i++) {
            int index = order[from + i];
            read(epoch, index);
            x.write(i, row);
            oneHot[images.label(index)] = 1;
            labels.write(i, oneHot);
            oneHot[images.label(index)] = 0;
        }
        return new MultiDataSet(new INDArray[] {arrays.x()}, new INDArray[] {arrays.labels()});
    }

    private void read(int epoch, int index) {
        images.read(index, image);
        augmentation.apply(image, images.shape(), augment.child(epoch).child(index));
        for (int k = 0; k < row.length; k++) {
            row[k] = image[k];
        }
    }

    private Filled create(int size) {
        ImageShape shape = images.shape();
        return new Filled(
                Nd4j.createUninitialized(
                        type,
                        new long[] {size, shape.channels(), shape.height(), shape.width()},
                        'c'),
                Nd4j.createUninitialized(type, new long[] {size, classes}, 'c'));
    }
}
