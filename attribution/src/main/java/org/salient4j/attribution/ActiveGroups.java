package org.salient4j.attribution;

import java.util.stream.IntStream;

/** The groups in which a sample differs from its baseline; no output depends on the others. */
final class ActiveGroups {
    private ActiveGroups() {}

    /**
     * @param baseline cells of all samples' baselines
     * @return for each sample, the places of its groups, ascending
     */
    static int[][] of(Samples samples, double[] baseline, CellGroups groups) {
        int[][] active = new int[samples.count()][];
        for (int b = 0; b < active.length; b++) {
            int[][] all = groups.of(b);
            int first = b * samples.cells();
            active[b] =
                    IntStream.range(0, all.length)
                            .filter(g -> differs(samples.values(), baseline, first, all[g]))
                            .toArray();
        }
        return active;
    }

    private static boolean differs(double[] x, double[] baseline, int first, int[] group) {
        for (int cell : group) {
            if (x[first + cell] != baseline[first + cell]) {
                return true;
            }
        }
        return false;
    }
}
