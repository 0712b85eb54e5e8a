package org.salient4j.benchmarks.embedding;

import java.util.random.RandomGenerator;

/**
 * What a map would score if it knew nothing: the same map against a truth whose labels are
 * shuffled.
 *
 * <p>It asks whether one map is better than chance, not whether one method is better than another.
 *
 * @param shuffles how many shuffled truths, at least 1; with 999 the smallest p is 0.001
 * @param shuffled what is exchanged
 */
public record TruthShuffle(int shuffles, ShuffledPart shuffled) {

    /** Checks the options. */
    public TruthShuffle {
        if (shuffles < 1) {
            throw new IllegalArgumentException("shuffles must be at least 1, was " + shuffles);
        }
        if (shuffled == null) {
            throw new IllegalArgumentException("shuffled must be given, was null");
        }
    }

    /** 999 shuffles of the neurons. */
    public TruthShuffle() {
        this(999, ShuffledPart.NEURONS);
    }

    /**
     * Compares a map's score with those against shuffled truths.
     *
     * @param map the map and the truth
     * @param score which score
     * @param random where the shuffles are drawn from
     * @throws org.salient4j.framework.InvalidInputException if the score does not exist for this
     *     truth
     */
    public NullComparison compare(MapWithTruth map, MapAuRoc score, RandomGenerator random) {
        double[] scores = new double[shuffles];
        for (int i = 0; i < shuffles; i++) {
            boolean[][] truth = shuffled.shuffle(map.truth(), random);
            scores[i] = score.of(new MapWithTruth(map.map(), truth));
        }
        return NullComparison.of(score.of(map), scores);
    }
}
