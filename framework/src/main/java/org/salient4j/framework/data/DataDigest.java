package org.salient4j.framework.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;

/** SHA-256 over numbers, its first half: whether two runs see the same data. */
public final class DataDigest {
    private static final int CHUNK = 1 << 13;

    private final MessageDigest digest;

    private DataDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of the examples and labels of every part; the truth does not take part in training. */
    public static String of(SeriesDataset data) {
        return of(data.splits().values().stream().map(Examples::of).toArray(Examples[]::new));
    }

    /** Of examples and labels, part by part. */
    public static String of(Examples... parts) {
        DataDigest all = new DataDigest();
        for (Examples part : parts) {
            all.add(HostArray.doubles(part.x()));
            double[] labels = new double[part.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = part.labels()[i];
            }
            all.add(labels);
        }
        return all.text();
    }

    /** Of arrays, in the order of their names. */
    public static String of(Map<String, INDArray> arrays) {
        DataDigest all = new DataDigest();
        new TreeMap<>(arrays).values().forEach(array -> all.add(HostArray.doubles(array)));
        return all.text();
    }

    /**
     * Of rows that need not be in memory together: the digest of examples, where they are the
     * examples one by one and then all labels.
     *
     * @param rows read once, in order; an array may be used again for the next row
     */
    public static String ofRows(Iterable<double[]> rows) {
        DataDigest all = new DataDigest();
        rows.forEach(all::add);
        return all.text();
    }

    private void add(double[] values) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Double.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            chunk.clear();
            chunk.asDoubleBuffer().put(values, from, Math.min(CHUNK, values.length - from));
            digest.update(chunk.array(), 0, Math.min(CHUNK, values.length - from) * Double.BYTES);
        }
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
