package org.salient4j.framework.images;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.HostRows;

/**
 * Labelled images of one shape, read by their number.
 *
 * <p>Values are floats in [0, 1], a byte divided by 255, unless a {@link Normalization} or the file
 * they come from says otherwise; the channels are red, green, blue. Safe to read from several
 * threads.
 */
public interface ImageData {
    /** As many values as fit in two gigabytes of floats. */
    long LARGEST_ARRAY = 1L << 29;

    /**
     * Images that are in memory already, as floats; such as images that were drawn.
     *
     * @param images [N, C, H, W]; copied
     * @param classes the names; a label is an index into them
     * @throws InvalidInputException if the array has other axes, or a label has no class
     */
    static ImageData of(Examples images, List<String> classes) {
        INDArray x = images.x();
        if (x.rank() != 4) {
            throw new InvalidInputException(
                    "images must be [N, C, H, W], found " + Arrays.toString(x.shape()));
        }
        ImageShape shape = new ImageShape((int) x.size(1), (int) x.size(2), (int) x.size(3));
        return new FloatImages(
                shape, List.copyOf(classes), HostArray.floats(x), images.labels().clone());
    }

    /** The shape of each image. */
    ImageShape shape();

    /** The names of the classes; a label is an index into them. */
    List<String> classes();

    /** How many images there are. */
    int size();

    /** The class of an image. */
    int label(int index);

    /**
     * Reads one image.
     *
     * @param index which, in [0, size)
     * @param into its values, channel by channel, row by row
     * @throws InvalidInputException if it cannot be read; the message names the file
     */
    void read(int index, float[] into);

    /** All labels. */
    default int[] labels() {
        return IntStream.range(0, size()).map(this::label).toArray();
    }

    /** Some of the images, in this order; read when they are asked for. */
    default ImageData select(int... rows) {
        return new SelectedImages(this, rows);
    }

    /** The same images, each changed whenever it is read. */
    default ImageData changed(ImageChange change) {
        return new ChangedImages(this, change);
    }

    /**
     * Some of the images as one array, [rows, channels, height, width] FLOAT.
     *
     * @param rows which, in order; may repeat
     * @throws InvalidInputException if there is none, or they need more than two gigabytes
     */
    default Examples examples(int... rows) {
        if (rows.length == 0) {
            throw new InvalidInputException("at least one image is needed, found none");
        }
        long values = (long) rows.length * shape().values();
        if (values > LARGEST_ARRAY) {
            throw new InvalidInputException(
                    ("%d images of %s need %.1f GB as one array, more than 2: read them batch by"
                                    + " batch, or select fewer")
                            .formatted(rows.length, shape(), 4e-9 * values));
        }
        long[] size = {rows.length, shape().channels(), shape().height(), shape().width()};
        INDArray x = Nd4j.createUninitialized(DataType.FLOAT, size, 'c');
        HostRows out = HostRows.writing(x);
        float[] image = new float[shape().values()];
        double[] row = new double[image.length];
        for (int i = 0; i < rows.length; i++) {
            read(rows[i], image);
            for (int k = 0; k < row.length; k++) {
                row[k] = image[k];
            }
            out.write(i, row);
        }
        return new Examples(x, IntStream.of(rows).map(this::label).toArray());
    }

    /**
     * All images as one array, [size, channels, height, width] FLOAT: what training takes.
     *
     * @throws InvalidInputException if they need more than two gigabytes
     */
    default Examples examples() {
        return examples(IntStream.range(0, size()).toArray());
    }
}
