package org.salient4j.benchmarks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.synthetic.latent.LatentGenerator;
import org.salient4j.synthetic.latent.LatentRecording;

class MapAuRocTest {
    private static final boolean T = true;
    private static final boolean F = false;

    static double[][] randomMap(int outputs, int neurons, RandomGenerator random) {
        double[][] map = new double[outputs][neurons];
        for (double[] row : map) {
            Arrays.setAll(row, i -> random.nextDouble());
        }
        return map;
    }

    @Test
    void should_count_pairs_with_ties_by_half() {
        MapWithTruth map =
                new MapWithTruth(
                        new double[][] {{9, 8, 7, 6}, {1, 2, 3, 3}},
                        new boolean[][] {{T, T, T, T}, {F, T, T, F}});
        // Unconnected 1 lies below all six, unconnected 3 below four and beside one.
        assertThat(MapAuRoc.POOLED.of(map)).isCloseTo(10.5 / 12, within(1e-15));
        assertThat(MapAuRoc.MIXED_ROWS.of(map)).isCloseTo(2.5 / 4, within(1e-15));
        assertThat(MapAuRoc.WITHIN_ROWS.of(map)).isCloseTo(2.5 / 4, within(1e-15));
        // Rows over 7.5 and 2.25: the unconnected 3 becomes the largest of all.
        assertThat(MapAuRoc.ROW_NORMALISED.of(map)).isCloseTo(6.5 / 12, within(1e-15));
    }

    @Test
    void should_differ_in_which_entries_are_compared() {
        MapWithTruth map =
                new MapWithTruth(
                        new double[][] {{1, 2}, {10, 20}, {5, 5}},
                        new boolean[][] {{F, T}, {F, T}, {F, F}});
        assertThat(MapAuRoc.POOLED.of(map)).isCloseTo(5.0 / 8, within(1e-15));
        assertThat(MapAuRoc.MIXED_ROWS.of(map)).isCloseTo(3.0 / 4, within(1e-15));
        assertThat(MapAuRoc.WITHIN_ROWS.of(map)).isEqualTo(1);
        assertThat(MapAuRoc.ROW_NORMALISED.of(map)).isEqualTo(1);
    }

    @Test
    void should_agree_with_the_reference_on_ties() {
        double[] scores = {0.1, 0.8, 0.3, 0.3, 0.9, 0.8, 0.2, 0.05};
        boolean[] labels = {F, T, F, T, T, F, T, F};
        MapWithTruth map = new MapWithTruth(new double[][] {scores}, new boolean[][] {labels});
        for (MapAuRoc score : MapAuRoc.values()) {
            assertThat(score.of(map)).isEqualTo(0.75);
        }
    }

    @Test
    void should_agree_with_the_reference_on_maps_of_trained_encoders() {
        List<String[]> expected = Golden.lines("map_scores.csv");
        assertThat(expected).hasSize(7);
        for (String[] cells : expected.subList(1, expected.size())) {
            MapWithTruth map = new MapWithTruth(Golden.map(cells[0], cells[1]), Golden.truth());
            for (int i = 0; i < MapAuRoc.values().length; i++) {
                assertThat(MapAuRoc.values()[i].of(map))
                        .as(cells[1] + " " + MapAuRoc.values()[i])
                        .isCloseTo(Double.parseDouble(cells[2 + i]), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MapAuRoc.class)
    void should_be_one_for_the_derivative_behind_a_recording(MapAuRoc score) {
        for (LatentGenerator generator : LatentGenerator.registered()) {
            LatentRecording recording = generator.generate(100, new SplittableRandom(7));
            boolean[][] truth = recording.truth();
            double[][] map = new double[truth.length][truth[0].length];
            for (int t = 0; t < recording.samples(); t++) {
                double[][] jacobian = recording.jacobian(t);
                for (int c = 0; c < map.length; c++) {
                    for (int i = 0; i < map[c].length; i++) {
                        map[c][i] += Math.abs(jacobian[i][c]) / recording.samples();
                    }
                }
            }
            assertThat(score.of(new MapWithTruth(map, truth))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(MapAuRoc.class)
    void should_ignore_the_order_of_neurons_and_the_unit(MapAuRoc score) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] map = randomMap(6, 50, random);
        boolean[][] truth = Golden.truth();
        double[][] turned = new double[6][50];
        boolean[][] turnedTruth = new boolean[6][50];
        for (int c = 0; c < 6; c++) {
            for (int i = 0; i < 50; i++) {
                turned[c][(i * 7) % 50] = 1e6 * map[c][i];
                turnedTruth[c][(i * 7) % 50] = truth[c][i];
            }
        }
        assertThat(score.of(new MapWithTruth(turned, turnedTruth)))
                .isEqualTo(score.of(new MapWithTruth(map, truth)));
    }

    @ParameterizedTest
    @EnumSource(MapAuRoc.class)
    void should_turn_over_with_the_truth(MapAuRoc score) {
        double[][] map = randomMap(6, 50, new SplittableRandom(2));
        boolean[][] truth = Golden.truth();
        boolean[][] opposite = new boolean[6][50];
        for (int c = 0; c < 6; c++) {
            for (int i = 0; i < 50; i++) {
                opposite[c][i] = !truth[c][i];
            }
        }
        double sum =
                score.of(new MapWithTruth(map, truth)) + score.of(new MapWithTruth(map, opposite));
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(MapAuRoc.class)
    void should_lie_about_one_half_for_random_maps(MapAuRoc score) {
        SplittableRandom random = new SplittableRandom(3);
        double mean = 0;
        for (int i = 0; i < 200; i++) {
            double value = score.of(new MapWithTruth(randomMap(6, 50, random), Golden.truth()));
            assertThat(value).isBetween(0.0, 1.0);
            mean += value / 200;
        }
        assertThat(mean).isCloseTo(.5, within(.02));
    }

    @Test
    void should_reward_larger_connected_rows_when_pooled_and_only_then() {
        double[][] map = randomMap(6, 50, new SplittableRandom(4));
        double[][] scaled = Arrays.stream(map).map(double[]::clone).toArray(double[][]::new);
        for (int c = 0; c < 3; c++) {
            Arrays.setAll(scaled[c], new ScaledBy(scaled[c], 10)::at);
        }
        MapWithTruth before = new MapWithTruth(map, Golden.truth());
        MapWithTruth after = new MapWithTruth(scaled, Golden.truth());
        assertThat(MapAuRoc.POOLED.of(after)).isGreaterThan(MapAuRoc.POOLED.of(before) + .1);
        assertThat(MapAuRoc.MIXED_ROWS.of(after)).isEqualTo(MapAuRoc.MIXED_ROWS.of(before));
        assertThat(MapAuRoc.WITHIN_ROWS.of(after)).isEqualTo(MapAuRoc.WITHIN_ROWS.of(before));
        assertThat(MapAuRoc.ROW_NORMALISED.of(after))
                .isCloseTo(MapAuRoc.ROW_NORMALISED.of(before), within(1e-12));
    }

    private record ScaledBy(double[] row, double factor) {
        double at(int i) {
            return row[i] * factor;
        }
    }

    @Test
    void should_not_exist_within_rows_when_no_row_has_both_kinds() {
        MapWithTruth map =
                new MapWithTruth(new double[][] {{1, 2}, {3, 4}}, new boolean[][] {{T, T}, {F, F}});
        assertThat(MapAuRoc.POOLED.of(map)).isZero();
        assertThat(MapAuRoc.MIXED_ROWS.of(map)).isNaN();
        assertThat(MapAuRoc.WITHIN_ROWS.of(map)).isNaN();
    }

    @Test
    void should_take_an_output_that_depends_on_nothing() {
        MapWithTruth map =
                new MapWithTruth(new double[][] {{0, 0}, {3, 1}}, new boolean[][] {{T, F}, {T, F}});
        assertThat(MapAuRoc.WITHIN_ROWS.of(map)).isEqualTo(.75);
        // Connected 0 and 1.5, unconnected 0 and 0.5: half a pair, none, two.
        assertThat(MapAuRoc.ROW_NORMALISED.of(map)).isEqualTo(2.5 / 4);
    }

    @Test
    void should_describe_themselves() {
        assertThat(Arrays.stream(MapAuRoc.values()).map(score -> score.descriptor().title()))
                .doesNotHaveDuplicates()
                .allMatch(title -> title.startsWith("auROC"));
    }

    @Test
    void should_refuse_what_cannot_be_scored_in_one_line() {
        double[][] map = {{1, 2}, {3, 4}};
        refuses(
                map,
                new boolean[][] {{T, T}, {T, T}},
                "truth must have connected and unconnected entries to tell apart, but all of 4 are"
                        + " connected");
        refuses(
                map,
                new boolean[][] {{F, F}, {F, F}},
                "truth must have connected and unconnected entries to tell apart, but none of 4"
                        + " are connected");
        refuses(
                map,
                new boolean[][] {{F, F, T}, {F, F, T}},
                "map and truth must have one shape, outputs x neurons, were 2 x 2 and 2 x 3");
        refuses(
                map,
                new boolean[][] {{F, T}},
                "map and truth must have one shape, outputs x neurons, were 2 x 2 and 1 x 2");
        refuses(
                new double[][] {{1, 2}, {3, -4}},
                new boolean[][] {{F, T}, {F, T}},
                "map must hold magnitudes, found -4.0 for output 1 and neuron 1: take the mean of"
                        + " |attribution|");
        refuses(
                new double[][] {{1, 2}, {Double.NaN, 4}},
                new boolean[][] {{F, T}, {F, T}},
                "map must be finite, found NaN in row 1, column 0");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> MapWithTruth.of(Nd4j.zeros(DataType.FLOAT, 4), new boolean[1][4]))
                .withMessage("map must be numbers in rows and columns, was FLOAT [4]");
    }

    @Test
    void should_copy_what_it_is_given() {
        double[][] map = {{1, 2}};
        boolean[][] truth = {{T, F}};
        MapWithTruth taken = new MapWithTruth(map, truth);
        map[0][0] = 9;
        truth[0][0] = F;
        assertThat(MapAuRoc.POOLED.of(taken)).isZero();
        assertThat(
                        MapWithTruth.of(
                                        Nd4j.createFromArray(new double[][] {{1, 2}}),
                                        taken.truth())
                                .map())
                .isDeepEqualTo(taken.map());
    }

    private static void refuses(double[][] map, boolean[][] truth, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new MapWithTruth(map, truth))
                .withMessage(message);
    }
}
