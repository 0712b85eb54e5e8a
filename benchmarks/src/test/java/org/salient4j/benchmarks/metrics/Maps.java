package org.salient4j.benchmarks.metrics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Maps and truths of known kinds, for the tests. */
final class Maps {
    static final int SIDE = 50;
    static final int CELLS = SIDE * SIDE;

    private Maps() {}

    /** The same box of true cells for every sample. */
    static boolean[][] box(int samples, int t0, int t1, int f0, int f1) {
        boolean[] truth = new boolean[CELLS];
        for (int t = t0; t < t1; t++) {
            Arrays.fill(truth, t * SIDE + f0, t * SIDE + f1, true);
        }
        boolean[][] all = new boolean[samples][];
        Arrays.fill(all, truth);
        return all;
    }

    /** The middle box of the benchmark: 36 % of the cells. */
    static boolean[][] middle(int samples) {
        return box(samples, 10, 40, 10, 40);
    }

    /** The rare-time box of the benchmark: 9.6 % of the cells. */
    static boolean[][] rareTime(int samples) {
        return box(samples, 22, 28, 5, 45);
    }

    static double[][] uniform(int samples, int cells, RandomGenerator random) {
        double[][] maps = new double[samples][cells];
        for (double[] map : maps) {
            Arrays.setAll(map, cell -> random.nextDouble());
        }
        return maps;
    }

    /** U(1,2) inside the truth, U(0,noise) outside. */
    static double[][] rightRanking(boolean[][] truth, double noise, RandomGenerator random) {
        double[][] maps = uniform(truth.length, truth[0].length, random);
        for (int i = 0; i < maps.length; i++) {
            for (int cell = 0; cell < maps[i].length; cell++) {
                maps[i][cell] = truth[i][cell] ? 1 + maps[i][cell] : noise * maps[i][cell];
            }
        }
        return maps;
    }

    /** One on the truth, zero elsewhere. */
    static double[][] perfect(boolean[][] truth) {
        double[][] maps = new double[truth.length][truth[0].length];
        for (int i = 0; i < maps.length; i++) {
            for (int cell = 0; cell < maps[i].length; cell++) {
                maps[i][cell] = truth[i][cell] ? 1 : 0;
            }
        }
        return maps;
    }
}
