package org.salient4j.framework.text;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.graph.HostArray;

/**
 * Texts side by side, filled up to one length T.
 *
 * @param ids the numbers of each text, without padding, 1 to T of them
 * @param width T
 * @param labels the class of each text
 */
public record TextBatch(int[][] ids, int width, int[] labels) {

    /** Validates. */
    public TextBatch {
        if (ids.length == 0 || ids.length != labels.length) {
            throw new IllegalArgumentException(
                    "expected as many texts as labels and at least one, found %d and %d"
                            .formatted(ids.length, labels.length));
        }
        for (int[] text : ids) {
            if (text.length < 1 || text.length > width) {
                throw new IllegalArgumentException(
                        "a text must have 1 to %d numbers, had %d".formatted(width, text.length));
            }
        }
    }

    /**
     * @param texts all texts
     * @param rows which of them
     * @param width T
     */
    public static TextBatch of(List<EncodedText> texts, int[] rows, int width) {
        int[][] ids = new int[rows.length][];
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ids[i] = texts.get(rows[i]).ids();
            labels[i] = texts.get(rows[i]).label();
        }
        return new TextBatch(ids, width, labels);
    }

    /** How many texts. */
    public int size() {
        return ids.length;
    }

    /** How many numbers each text has. */
    public int[] lengths() {
        int[] lengths = new int[size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = ids[i].length;
        }
        return lengths;
    }

    /** The numbers [B, T], INT, padding at the end. */
    public INDArray idArray() {
        int[][] padded = new int[size()][width];
        for (int i = 0; i < padded.length; i++) {
            System.arraycopy(ids[i], 0, padded[i], 0, ids[i].length);
        }
        return Nd4j.createFromArray(padded);
    }

    /**
     * Where there is text [B, T]: 1, and 0 at the padding.
     *
     * @param type FLOAT or DOUBLE
     */
    public INDArray mask(DataType type) {
        double[] mask = new double[size() * width];
        for (int i = 0; i < size(); i++) {
            Arrays.fill(mask, i * width, i * width + ids[i].length, 1);
        }
        return HostArray.of(mask, type, size(), width);
    }
}
