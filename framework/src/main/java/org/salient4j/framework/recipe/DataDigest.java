package org.salient4j.framework.recipe;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.graph.HostArray;

/** SHA-256 over numbers: whether two runs see the same data. */
final class DataDigest {
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
    static String of(SeriesDataset data) {
        DataDigest all = new DataDigest();
        data.splits()
                .forEach(
                        (split, part) -> {
                            all.add(HostArray.doubles(part.x()));
                            double[] labels = new double[part.samples()];
                            for (int i = 0; i < labels.length; i++) {
                                labels[i] = part.labels()[i];
                            }
                            all.add(labels);
                        });
        return all.text();
    }

    /** Of arrays, in the order of their names. */
    static String of(Map<String, INDArray> arrays) {
        DataDigest all = new DataDigest();
        new TreeMap<>(arrays).values().forEach(array -> all.add(HostArray.doubles(array)));
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
