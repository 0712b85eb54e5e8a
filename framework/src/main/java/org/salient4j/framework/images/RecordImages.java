package org.salient4j.framework.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;

/**
 * Images from any DataVec reader whose records are an array, [1, C, H, W] or [C, H, W], and a
 * class, such as DataVec's own {@code ImageRecordReader} where {@code datavec-data-image} and the
 * natives it needs are on the class path. All of them are read at once.
 */
public final class RecordImages {
    private static final float LARGEST = 255;

    private RecordImages() {}

    /**
     * Records whose values are taken as they are, the channels as red, green, blue.
     *
     * @param reader initialized; it is read to its end
     * @throws InvalidInputException if a record is something else or of another shape
     */
    public static ImageData asGiven(RecordReader reader) {
        return read(reader, 1, false);
    }

    /**
     * Records as DataVec's readers of images make them: from 0 to 255, blue before green before
     * red. They become red, green, blue in [0, 1].
     *
     * @param reader initialized; it is read to its end
     * @throws InvalidInputException if a record is something else or of another shape
     */
    public static ImageData ofDataVec(RecordReader reader) {
        return read(reader, LARGEST, true);
    }

    private static ImageData read(RecordReader reader, float divisor, boolean reversed) {
        List<float[]> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        ImageShape shape = null;
        while (reader.hasNext()) {
            List<Writable> record = reader.next();
            INDArray image = image(record, images.size());
            ImageShape found = shape(image);
            if (shape != null && !shape.equals(found)) {
                throw new InvalidInputException(
                        "record %d is %s, others are %s".formatted(images.size(), found, shape));
            }
            shape = found;
            images.add(values(HostArray.floats(image), shape, divisor, reversed));
            labels.add(((IntWritable) record.get(1)).get());
        }
        if (shape == null) {
            throw new InvalidInputException("the reader gives no record");
        }
        int[] y = labels.stream().mapToInt(Integer::intValue).toArray();
        return new FloatImages(shape, classes(reader, y), joined(images, shape), y);
    }

    private static INDArray image(List<Writable> record, int index) {
        boolean pair =
                record.size() == 2
                        && record.get(0) instanceof NDArrayWritable
                        && record.get(1) instanceof IntWritable;
        INDArray image = pair ? ((NDArrayWritable) record.get(0)).get() : null;
        boolean one =
                image != null && (image.rank() == 3 || image.rank() == 4 && image.size(0) == 1);
        if (!one) {
            throw new InvalidInputException(
                    "record %d must be an array [1, C, H, W] and a class, found %s"
                            .formatted(
                                    index,
                                    image == null
                                            ? record.stream().map(Writable::getType).toList()
                                            : Arrays.toString(image.shape())));
        }
        return image;
    }

    private static ImageShape shape(INDArray image) {
        int rank = image.rank();
        return new ImageShape(
                (int) image.size(rank - 3), (int) image.size(rank - 2), (int) image.size(rank - 1));
    }

    private static float[] values(
            float[] given, ImageShape shape, float divisor, boolean reversed) {
        float[] values = new float[given.length];
        int plane = shape.height() * shape.width();
        for (int c = 0; c < shape.channels(); c++) {
            int from = reversed ? shape.channels() - 1 - c : c;
            for (int i = 0; i < plane; i++) {
                values[c * plane + i] = given[from * plane + i] / divisor;
            }
        }
        return values;
    }

    private static List<String> classes(RecordReader reader, int[] labels) {
        if (reader.getLabels() != null) {
            return reader.getLabels();
        }
        int largest = IntStream.of(labels).max().orElse(0);
        return IntStream.rangeClosed(0, largest).mapToObj(String::valueOf).toList();
    }

    private static float[] joined(List<float[]> images, ImageShape shape) {
        float[] all = new float[Math.multiplyExact(images.size(), shape.values())];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i), 0, all, i * shape.values(), shape.values());
        }
        return all;
    }
}
