package org.salient4j.framework.text.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.text.BatchRows;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.LengthBuckets;
import org.salient4j.framework.training.Batches;

/**
 * Batches of texts of similar length, filled up to their bucket's width. The arrays of a batch are
 * written again by the next batch of its shape.
 */
final class BucketedBatches implements Batches {
    private final List<EncodedText> texts;
    private final LengthBuckets buckets;
    private final int classes;
    private final DataType type;
    private final int batchSize;
    private final Seed seed;
    private final Map<Shape, Filled> byShape = new HashMap<>();
    private int ordered = -1;
    private List<BatchRows> order;

    private record Shape(int rows, int width) {}

    private record Filled(INDArray ids, INDArray labels) {}

    BucketedBatches(
            List<EncodedText> texts,
            LengthBuckets buckets,
            int classes,
            DataType type,
            int batchSize,
            Seed seed) {
        this.texts = texts;
        this.buckets = buckets;
        this.classes = classes;
        this.type = type;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    @Override
    public int count() {
        return inEpoch(Math.max(ordered, 0)).size(); // the same in every epoch
    }

    @Override
    public MultiDataSet get(int epoch, int number) {
        BatchRows batch = inEpoch(epoch).get(number);
        Filled arrays =
                byShape.computeIfAbsent(
                        new Shape(batch.rows().length, batch.width()), this::create);
        HostRows ids = HostRows.writing(arrays.ids());
        HostRows labels = HostRows.writing(arrays.labels());
        for (int row = 0; row < batch.rows().length; row++) {
            EncodedText text = texts.get(batch.rows()[row]);
            double[] numbers = new double[batch.width()];
            for (int i = 0; i < text.length(); i++) {
                numbers[i] = text.ids()[i];
            }
            ids.write(row, numbers);
            double[] oneHot = new double[classes];
            oneHot[text.label()] = 1;
            labels.write(row, oneHot);
        }
        return new MultiDataSet(new INDArray[] {arrays.ids()}, new INDArray[] {arrays.labels()});
    }

    private List<BatchRows> inEpoch(int epoch) {
        if (epoch != ordered) {
            order = buckets.shuffled(texts, batchSize, seed.child(epoch));
            ordered = epoch;
        }
        return order;
    }

    private Filled create(Shape shape) {
        return new Filled(
                Nd4j.createUninitialized(type, new long[] {shape.rows(), shape.width()}, 'c'),
                Nd4j.createUninitialized(type, new long[] {shape.rows(), classes}, 'c'));
    }
}
