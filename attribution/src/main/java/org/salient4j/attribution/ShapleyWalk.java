package org.salient4j.attribution;

import java.util.Arrays;

/**
 * Walks from the baseline to the sample, group by group, in several orders, and gives each group
 * the mean of what the outputs change by when it comes.
 *
 * <p>A sample's first two points are its baseline and the sample; all orders share them. Then come
 * the points between, order by order.
 */
final class ShapleyWalk implements Points, OutputCalls.Receiver {
    private final Samples samples;
    private final double[] baseline;
    private final CellGroups groups;
    private final ExplainedOutputs explained;
    private final GroupShare share;
    private final int permutations;
    private final Orders.Permutations orders;
    private final int[][] active;
    private final double[] values;
    private final double[] deltas;

    // Where the writer is: the cells of its last point, and the order it follows.
    private final double[] row;
    private int[] coming = {};

    // Where the receiver is, which lags behind by a call.
    private double[] atBaseline = {};
    private double[] atInput = {};
    private double[] before = {};
    private int[] came = {};
    private double[] sums = {};

    private ShapleyWalk(
            Samples samples,
            double[] baseline,
            CellGroups groups,
            ExplainedOutputs explained,
            GroupShare share,
            int permutations,
            Orders.Permutations orders) {
        this.samples = samples;
        this.baseline = baseline;
        this.groups = groups;
        this.explained = explained;
        this.share = share;
        this.permutations = permutations;
        this.orders = orders;
        this.active = ActiveGroups.of(samples, baseline, groups);
        this.values = new double[samples.values().length * explained.count()];
        this.deltas = new double[samples.count()];
        this.row = new double[samples.cells()];
    }

    static ShapleyWalk run(
            Samples samples,
            double[] baseline,
            CellGroups groups,
            ExplainedOutputs explained,
            GroupShare share,
            int permutations,
            Orders.Permutations orders) {
        ShapleyWalk walk =
                new ShapleyWalk(samples, baseline, groups, explained, share, permutations, orders);
        int[] points = new int[samples.count()];
        Arrays.setAll(points, walk::points);
        OutputCalls.run(samples, points, walk, walk);
        return walk;
    }

    /** [B, K, cells]. */
    double[] values() {
        return values;
    }

    /** Σ attributions - (f(x) - f(b)) of the first explained output, for each sample. */
    double[] deltas() {
        return deltas;
    }

    private int points(int sample) {
        int moving = active[sample].length;
        return moving == 0 ? 0 : Math.addExact(2, Math.multiplyExact(permutations, moving - 1));
    }

    @Override
    public void write(int sample, int point, double[] to) {
        int inner = active[sample].length - 1;
        if (point == 1) {
            System.arraycopy(samples.values(), sample * row.length, to, 0, row.length);
            return;
        }
        int step = point == 0 ? 0 : (point - 2) % inner;
        if (step == 0) {
            System.arraycopy(samples.values(), sample * row.length, row, 0, row.length);
            for (int g : active[sample]) {
                copy(sample, g, baseline);
            }
        }
        if (point > 1) {
            if (step == 0) {
                coming = order(sample, (point - 2) / inner);
            }
            copy(sample, coming[step], samples.values());
        }
        System.arraycopy(row, 0, to, 0, row.length);
    }

    @Override
    public void accept(int sample, int point, double[] outputs) {
        double[] f = explained.of(sample, outputs);
        int inner = active[sample].length - 1;
        if (point == 0) {
            atBaseline = f;
            sums = new double[f.length * groups.of(sample).length];
        } else if (point == 1) {
            atInput = f;
            if (inner == 0) {
                add(active[sample][0], atBaseline, atInput, permutations);
                finish(sample);
            }
        } else {
            int step = (point - 2) % inner;
            if (step == 0) {
                came = order(sample, (point - 2) / inner);
                before = atBaseline;
            }
            add(came[step], before, f, 1);
            before = f;
            if (step == inner - 1) {
                add(came[inner], before, atInput, 1);
            }
            if (point == points(sample) - 1) {
                finish(sample);
            }
        }
    }

    private void copy(int sample, int group, double[] from) {
        for (int cell : groups.of(sample)[group]) {
            row[cell] = from[sample * row.length + cell];
        }
    }

    /** The active groups in an order. */
    private int[] order(int sample, int i) {
        int[] all = orders.of(sample, i);
        if (active[sample].length == all.length) {
            return all;
        }
        return Arrays.stream(all)
                .filter(g -> Arrays.binarySearch(active[sample], g) >= 0)
                .toArray();
    }

    private void add(int group, double[] from, double[] to, int times) {
        int count = sums.length / to.length;
        for (int k = 0; k < to.length; k++) {
            sums[k * count + group] += times * (to[k] - from[k]);
        }
    }

    private void finish(int sample) {
        int[][] all = groups.of(sample);
        for (int k = 0; k < explained.count(); k++) {
            int first = (sample * explained.count() + k) * row.length;
            for (int g = 0; g < all.length; g++) {
                double mean = sums[k * all.length + g] / permutations;
                for (int cell : all[g]) {
                    values[first + cell] = share.of(mean, all[g].length);
                }
            }
        }
        int first = sample * explained.count() * row.length;
        double sum = Arrays.stream(values, first, first + row.length).sum();
        deltas[sample] = sum - (atInput[0] - atBaseline[0]);
    }
}
