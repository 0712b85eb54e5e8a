package org.salient4j.synthetic.images;

import java.io.IOException;
import java.io.OutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes images in the binary layout of CIFAR-10: a byte of label, then 32 rows of 32 bytes for
 * each of red, green and blue. What lies in such a file is not thereby CIFAR-10.
 */
public final class CifarBinaryWriter {
    private static final int SIDE = 32;
    private static final int VALUES = 3 * SIDE * SIDE;
    private static final int LARGEST = 255;

    private CifarBinaryWriter() {}

    /**
     * Writes every image.
     *
     * @param images of 32 x 32
     * @param out where to, not closed
     * @throws IllegalArgumentException if the images have another size
     */
    public static void write(ShapeImages images, OutputStream out) throws IOException {
        INDArray x = images.x();
        if (x.size(2) != SIDE || x.size(3) != SIDE) {
            throw new IllegalArgumentException(
                    "the layout holds images of 32 x 32, found %d x %d"
                            .formatted(x.size(2), x.size(3)));
        }
        float[] values = x.dup('c').data().asFloat();
        byte[] record = new byte[1 + VALUES];
        for (int n = 0; n < images.images(); n++) {
            record[0] = (byte) images.labels()[n];
            for (int i = 0; i < VALUES; i++) {
                record[1 + i] = (byte) Math.round(values[n * VALUES + i] * LARGEST);
            }
            out.write(record);
        }
    }
}
