package org.salient4j.benchmarks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salient4j.framework.InvalidInputException;

class TruthShuffleTest {

    @Test
    void should_count_the_null_scores_that_reach_the_observed_one() {
        NullComparison comparison = NullComparison.of(.8, new double[] {.1, .8, .9, .5});
        assertThat(comparison.pValue()).isEqualTo(3 / 5.0);
        assertThat(comparison.nullMean()).isCloseTo(.575, within(1e-15));
        assertThat(comparison.nullUpper()).isCloseTo(.885, within(1e-12));
        assertThat(comparison.count()).isEqualTo(4);
        assertThat(NullComparison.of(1, new double[] {0}).pValue()).isEqualTo(.5);
    }

    @ParameterizedTest
    @EnumSource(ShuffledPart.class)
    void should_find_the_share_of_all_orders(ShuffledPart part) {
        // One of the six ways to connect two of four neurons scores 1.
        MapWithTruth map =
                new MapWithTruth(
                        new double[][] {{4, 3, 2, 1}},
                        new boolean[][] {{true, true, false, false}});
        NullComparison comparison =
                new TruthShuffle(9999, part).compare(map, MapAuRoc.POOLED, new SplittableRandom(1));
        assertThat(comparison.observed()).isEqualTo(1);
        assertThat(comparison.pValue()).isCloseTo(1 / 6.0, within(.02));
        assertThat(comparison.nullMean()).isCloseTo(.5, within(.02));
    }

    @Test
    void should_show_what_the_scale_of_rows_alone_is_worth() {
        double[][] map = MapAuRocTest.randomMap(6, 50, new SplittableRandom(2));
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 50; i++) {
                map[c][i] *= 5;
            }
        }
        MapWithTruth scaled = new MapWithTruth(map, Golden.truth());
        NullComparison ofNeurons =
                new TruthShuffle().compare(scaled, MapAuRoc.POOLED, new SplittableRandom(3));
        NullComparison ofEntries =
                new TruthShuffle(999, ShuffledPart.ENTRIES)
                        .compare(scaled, MapAuRoc.POOLED, new SplittableRandom(3));
        assertThat(ofNeurons.observed()).isGreaterThan(.75);
        assertThat(ofNeurons.nullMean()).isGreaterThan(.75);
        assertThat(ofNeurons.pValue()).isGreaterThan(.05);
        // Shuffled entries do not see that nothing but the scale was found.
        assertThat(ofEntries.nullMean()).isCloseTo(.5, within(.01));
        assertThat(ofEntries.pValue()).isEqualTo(.001);
    }

    @Test
    void should_find_a_trained_encoder_better_than_chance() {
        MapWithTruth map =
                new MapWithTruth(Golden.map("0.1", "inverted_neuron_gradient"), Golden.truth());
        for (MapAuRoc score : MapAuRoc.values()) {
            NullComparison comparison =
                    new TruthShuffle(199, ShuffledPart.NEURONS)
                            .compare(map, score, new SplittableRandom(4));
            assertThat(comparison.pValue()).isEqualTo(.005);
            assertThat(comparison.nullUpper()).isLessThan(comparison.observed());
        }
    }

    @ParameterizedTest
    @EnumSource(ShuffledPart.class)
    void should_be_as_often_small_as_it_says(ShuffledPart part) {
        SplittableRandom random = new SplittableRandom(5);
        TruthShuffle shuffle = new TruthShuffle(49, part);
        int small = 0;
        int maps = 400;
        for (int i = 0; i < maps; i++) {
            MapWithTruth map =
                    new MapWithTruth(
                            MapAuRocTest.randomMap(2, 10, random),
                            new boolean[][] {
                                {true, true, true, true, true, true, true, true, true, true},
                                {true, true, true, true, true, false, false, false, false, false}
                            });
            small += shuffle.compare(map, MapAuRoc.POOLED, random).pValue() <= .2 ? 1 : 0;
        }
        // 400 draws of probability 0.2: standard deviation 8.
        assertThat(small).isBetween(80 - 30, 80 + 30);
    }

    @Test
    void should_repeat_by_the_seed_and_keep_the_number_of_connections() {
        boolean[][] truth = Golden.truth();
        for (ShuffledPart part : ShuffledPart.values()) {
            boolean[][] shuffled = part.shuffle(truth, new SplittableRandom(6));
            assertThat(shuffled).isDeepEqualTo(part.shuffle(truth, new SplittableRandom(6)));
            assertThat(connected(shuffled)).isEqualTo(225);
            assertThat(Arrays.deepEquals(shuffled, truth)).isFalse();
        }
        boolean[][] neurons = ShuffledPart.NEURONS.shuffle(truth, new SplittableRandom(6));
        assertThat(neurons[4]).isEqualTo(neurons[3]).isEqualTo(neurons[5]);
        assertThat(connected(new boolean[][] {neurons[3]})).isEqualTo(25);
        assertThat(connected(truth)).isEqualTo(225);
    }

    private static int connected(boolean[][] truth) {
        int count = 0;
        for (boolean[] row : truth) {
            for (boolean value : row) {
                count += value ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void should_compare_entry_by_entry_with_control_maps() {
        double[][] map = {{5, 1}};
        NullMap comparison =
                NullMap.of(
                        map,
                        List.of(
                                new double[][] {{1, 1}},
                                new double[][] {{2, 3}},
                                new double[][] {{6, 2}}));
        assertThat(comparison.mean()[0]).containsExactly(new double[] {3, 2}, within(1e-15));
        assertThat(comparison.pValues()).isDeepEqualTo(new double[][] {{.5, 1}});
    }

    @Test
    void should_refuse_a_comparison_without_scores() {
        refuses(
                () -> NullComparison.of(1, new double[0]),
                "a null comparison needs at least 1 null score, had 0");
        refuses(
                () -> NullComparison.of(Double.NaN, new double[] {1}),
                "a null comparison needs scores that exist, but the score or a null score is NaN");
        refuses(
                () -> NullMap.of(new double[][] {{1}}, List.of()),
                "a null map needs at least 1 control map, had 0");
        refuses(
                () ->
                        NullMap.of(
                                new double[][] {{1}}, List.<double[][]>of(new double[][] {{1, 2}})),
                "null maps must be 1 x 1 as the map, one was 1 x 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TruthShuffle(0, ShuffledPart.NEURONS))
                .withMessage("shuffles must be at least 1, was 0");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}
