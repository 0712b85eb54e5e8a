package org.salient4j.benchmarks.embedding;

import java.util.random.RandomGenerator;

/** What changes place in the truth. */
public enum ShuffledPart {
    /**
     * The neurons, each with all its latents. Keeps how often each latent is connected, so the null
     * scores show what the rows' scale alone is worth. Neurons are what a recording has many of;
     * this is the one to report.
     */
    NEURONS {
        @Override
        boolean[][] shuffle(boolean[][] truth, RandomGenerator random) {
            int[] order = permutation(truth[0].length, random);
            boolean[][] shuffled = new boolean[truth.length][order.length];
            for (int output = 0; output < truth.length; output++) {
                for (int neuron = 0; neuron < order.length; neuron++) {
                    shuffled[output][neuron] = truth[output][order[neuron]];
                }
            }
            return shuffled;
        }
    },
    /**
     * The single entries. The null scores lie around 0.5 and close together, as if each entry were
     * independent of all others: easily passed.
     */
    ENTRIES {
        @Override
        boolean[][] shuffle(boolean[][] truth, RandomGenerator random) {
            int neurons = truth[0].length;
            int[] order = permutation(truth.length * neurons, random);
            boolean[][] shuffled = new boolean[truth.length][neurons];
            for (int i = 0; i < order.length; i++) {
                shuffled[i / neurons][i % neurons] = truth[order[i] / neurons][order[i] % neurons];
            }
            return shuffled;
        }
    };

    abstract boolean[][] shuffle(boolean[][] truth, RandomGenerator random);

    private static int[] permutation(int size, RandomGenerator random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
