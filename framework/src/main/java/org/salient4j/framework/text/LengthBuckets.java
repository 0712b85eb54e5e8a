package org.salient4j.framework.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;

/**
 * Batches of texts of similar length: less padding, and few shapes.
 *
 * <p>A recurrent network's time grows with the longest text of a batch; reviews of 200 and 2,000
 * words side by side spend most of it on padding. A batch is filled up to the width of its bucket,
 * not to its longest text, so a graph is planned once for each bucket.
 *
 * @param widths the longest text of each bucket, increasing
 */
public record LengthBuckets(int[] widths) {

    /** Validates. */
    public LengthBuckets {
        widths = widths.clone();
        if (widths.length == 0 || widths[0] < 1) {
            throw new IllegalArgumentException(
                    "expected at least one width of at least 1, found " + Arrays.toString(widths));
        }
        for (int i = 1; i < widths.length; i++) {
            if (widths[i] <= widths[i - 1]) {
                throw new IllegalArgumentException(
                        "widths must increase, were " + Arrays.toString(widths));
            }
        }
    }

    /**
     * Buckets that hold about as many texts each.
     *
     * @param texts the texts; the longest bounds what can be batched
     * @param buckets how many at most; equal widths become one
     */
    public static LengthBuckets of(List<EncodedText> texts, int buckets) {
        if (buckets < 1) {
            throw new IllegalArgumentException("buckets must be at least 1, was " + buckets);
        }
        int[] lengths = texts.stream().mapToInt(EncodedText::length).sorted().toArray();
        TreeSet<Integer> widths = new TreeSet<>();
        for (int i = 1; i <= buckets; i++) {
            long rank = ((long) lengths.length * i + buckets - 1) / buckets;
            widths.add(lengths[(int) rank - 1]);
        }
        return new LengthBuckets(widths.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A copy of the widths. */
    @Override
    public int[] widths() {
        return widths.clone();
    }

    /**
     * The width a text of this length is filled up to.
     *
     * @throws IllegalArgumentException if it is longer than the widest bucket
     */
    public int width(int length) {
        return widths[bucket(length)];
    }

    /**
     * Every text once, in an order the seed fixes: texts are shuffled within their bucket, then the
     * batches are.
     *
     * @param texts the texts
     * @param batchSize how many a batch has at most
     * @param seed the order; another one each epoch
     */
    public List<BatchRows> shuffled(List<EncodedText> texts, int batchSize, Seed seed) {
        int[] order = Examples.shuffled(texts.size(), seed.child("texts"));
        List<BatchRows> batches = batches(texts, batchSize, order);
        int[] places = Examples.shuffled(batches.size(), seed.child("batches"));
        return Arrays.stream(places).mapToObj(batches::get).toList();
    }

    /** Every text once, short ones first, in the order given within a bucket: for measuring. */
    public List<BatchRows> inOrder(List<EncodedText> texts, int batchSize) {
        int[] order = new int[texts.size()];
        Arrays.setAll(order, i -> i);
        return batches(texts, batchSize, order);
    }

    private List<BatchRows> batches(List<EncodedText> texts, int batchSize, int[] order) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, was " + batchSize);
        }
        int[][] rows = new int[widths.length][order.length];
        int[] filled = new int[widths.length];
        for (int row : order) {
            int bucket = bucket(texts.get(row).length());
            rows[bucket][filled[bucket]++] = row;
        }
        List<BatchRows> batches = new ArrayList<>();
        for (int bucket = 0; bucket < widths.length; bucket++) {
            for (int from = 0; from < filled[bucket]; from += batchSize) {
                int to = Math.min(from + batchSize, filled[bucket]);
                batches.add(
                        new BatchRows(Arrays.copyOfRange(rows[bucket], from, to), widths[bucket]));
            }
        }
        return batches;
    }

    private int bucket(int length) {
        int at = Arrays.binarySearch(widths, length);
        int bucket = at < 0 ? -at - 1 : at;
        if (bucket == widths.length) {
            throw new IllegalArgumentException(
                    "a text of %d numbers is longer than the widest bucket, %d: truncate it"
                            .formatted(length, widths[widths.length - 1]));
        }
        return bucket;
    }
}
