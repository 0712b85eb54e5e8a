package org.salient4j.attribution;

import java.util.Arrays;

/**
 * f(x) - f(x with a group of cells at the baseline), for every group. A cell gets the mean over the
 * groups it is in.
 */
final class Ablation implements Points, OutputCalls.Receiver {
    private final Samples samples;
    private final double[] baseline;
    private final CellGroups groups;
    private final ExplainedOutputs explained;
    private final GroupShare share;

    /** For each sample, those of its groups that change something: the others need no call. */
    private final int[][] active;

    private final double[] result;
    private double[] atInput = {};

    private Ablation(
            Samples samples,
            double[] baseline,
            CellGroups groups,
            ExplainedOutputs explained,
            GroupShare share) {
        this.samples = samples;
        this.baseline = baseline;
        this.groups = groups;
        this.explained = explained;
        this.share = share;
        this.active = ActiveGroups.of(samples, baseline, groups);
        this.result = new double[samples.values().length * explained.count()];
    }

    /**
     * @return [B, K, cells]
     */
    static double[] run(
            Samples samples,
            double[] baseline,
            CellGroups groups,
            ExplainedOutputs explained,
            GroupShare share) {
        Ablation ablation = new Ablation(samples, baseline, groups, explained, share);
        int[] points =
                Arrays.stream(ablation.active)
                        .mapToInt(indices -> indices.length == 0 ? 0 : 1 + indices.length)
                        .toArray();
        OutputCalls.run(samples, points, ablation, ablation);
        return ablation.result;
    }

    /** Point 0 is the sample itself. */
    @Override
    public void write(int sample, int point, double[] row) {
        int first = sample * samples.cells();
        System.arraycopy(samples.values(), first, row, 0, samples.cells());
        if (point > 0) {
            for (int cell : group(sample, point)) {
                row[cell] = baseline[first + cell];
            }
        }
    }

    @Override
    public void accept(int sample, int point, double[] outputs) {
        double[] f = explained.of(sample, outputs);
        if (point == 0) {
            atInput = f;
            return;
        }
        int[] group = group(sample, point);
        for (int k = 0; k < f.length; k++) {
            int first = (sample * f.length + k) * samples.cells();
            double each = share.of(atInput[k] - f[k], group.length);
            for (int cell : group) {
                result[first + cell] += each;
            }
        }
        if (point == active[sample].length) {
            average(sample);
        }
    }

    private int[] group(int sample, int point) {
        return groups.of(sample)[active[sample][point - 1]];
    }

    /** Groups that change nothing count as well: their difference is 0. */
    private void average(int sample) {
        int cells = samples.cells();
        int[] covering = new int[cells];
        for (int[] group : groups.of(sample)) {
            for (int cell : group) {
                covering[cell]++;
            }
        }
        for (int k = 0; k < explained.count(); k++) {
            int first = (sample * explained.count() + k) * cells;
            for (int cell = 0; cell < cells; cell++) {
                result[first + cell] /= Math.max(1, covering[cell]);
            }
        }
    }
}
