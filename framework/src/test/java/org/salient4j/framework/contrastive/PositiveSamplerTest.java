package org.salient4j.framework.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

/** What every registered sampler promises, and what each of them is. */
class PositiveSamplerTest {
    private static final NeuralRecording RECORDING = TinyRecording.of(500, 3);

    static Stream<PositiveSampler> members() {
        return PositiveSampler.registry().members().stream();
    }

    @Test
    void should_be_found() {
        assertThat(PositiveSampler.registry().names())
                .containsExactly("delta-normal", "time-delta", "time-offset");
    }

    @ParameterizedTest
    @MethodSource("members")
    void should_draw_steps_of_the_recording_that_the_seed_fixes(PositiveSampler sampler) {
        int[] all = IntStream.range(0, 500).toArray();
        int[] first = draw(sampler, RECORDING, all, 1);
        assertThat(first).containsExactly(draw(sampler, RECORDING, all, 1));
        assertThat(Arrays.stream(first)).allMatch(step -> step >= 0 && step < 500);
        boolean random = !(sampler instanceof TimeOffset);
        assertThat(Arrays.equals(first, draw(sampler, RECORDING, all, 2))).isNotEqualTo(random);
        assertThat(sampler.description()).isNotBlank();
        assertThat(all).isSorted(); // it left the reference alone
    }

    @ParameterizedTest
    @MethodSource("members")
    void should_say_what_labels_it_lacks(PositiveSampler sampler) {
        NeuralRecording bare = new NeuralRecording(RECORDING.x());
        if (sampler instanceof TimeOffset) {
            assertThat(sampler.over(bare)).isNotNull();
            return;
        }
        assertThatThrownBy(() -> sampler.over(bare))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        sampler.name() + " needs labels, the recording has none: take time-offset");
    }

    @Test
    void should_never_leave_a_trial_in_time() {
        NeuralRecording trials = RECORDING.withTrials(0, 100, 104);
        int[] reference = {0, 95, 98, 99, 100, 102, 103, 104, 499};
        assertThat(draw(new TimeOffset(3), trials, reference, 1))
                .containsExactly(3, 98, 99, 99, 103, 103, 103, 107, 499);
        assertThatThrownBy(() -> new TimeOffset(4).over(trials))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("trial 1 has 4 steps, a time offset of 4 needs at least 5");
        assertThatThrownBy(() -> new TimeOffset(500).over(RECORDING))
                .hasMessage("the recording has 500 steps, a time offset of 500 needs at least 501");
    }

    @Test
    void should_move_labels_as_they_move_in_time_but_not_from_trial_to_trial() {
        // Labels go up by 1 a step; between the trials they jump by 100.
        double[] labels = new double[400];
        for (int t = 0; t < labels.length; t++) {
            labels[t] = t + (t < 200 ? 0 : 100);
        }
        NeuralRecording recording = labelled(labels).withTrials(0, 200);
        int[] reference = new int[2000];
        Arrays.fill(reference, 50);
        int[] one = draw(new TimeDelta(1, List.of()), recording, reference, 1);
        assertThat(Arrays.stream(one).distinct().sorted()).containsExactly(50, 51);
        // One difference in 200 begins a trial and is 0.
        assertThat(Arrays.stream(one).filter(step -> step == 50).count()).isBetween(2L, 25L);
        int[] five = draw(new TimeDelta(5, List.of()), recording, reference, 1);
        assertThat(Arrays.stream(five).distinct().sorted()).containsExactly(50, 55);
        assertThatThrownBy(() -> new TimeDelta(200, List.of()).over(recording))
                .hasMessage("trial 0 has 200 steps, a time delta of 200 needs at least 201");
    }

    @Test
    void should_draw_differences_as_often_as_the_recording_has_them() {
        int[] reference = new int[20_000];
        Arrays.fill(reference, 7);
        int[] drawn = draw(new TimeDelta(), RECORDING, reference, 5);
        double[] labels = HostArray.doubles(RECORDING.labels());
        double expected = 0;
        for (int j = 0; j < 500; j++) {
            double moved = j == 0 ? 0 : labels[j] - labels[j - 1];
            expected += labels[nearest(labels, labels[7] + moved)] / 500;
        }
        double mean = Arrays.stream(drawn).mapToDouble(step -> labels[step]).average().orElse(0);
        assertThat(mean).isCloseTo(expected, within(0.01));
    }

    @Test
    void should_draw_labels_at_a_normal_distance() {
        double[] labels = new double[4001];
        for (int t = 0; t < labels.length; t++) {
            labels[t] = (t - 2000) / 1000.0;
        }
        int[] reference = new int[20_000];
        Arrays.fill(reference, 2000);
        int[] drawn = draw(new DeltaNormal(0.2, List.of(0)), labelled(labels), reference, 5);
        double mean = Arrays.stream(drawn).mapToDouble(step -> labels[step]).average().orElse(9);
        double square =
                Arrays.stream(drawn)
                        .mapToDouble(step -> labels[step] * labels[step])
                        .average()
                        .orElse(9);
        assertThat(mean).isCloseTo(0, within(0.006));
        assertThat(Math.sqrt(square)).isCloseTo(0.2, within(0.004));
    }

    @Test
    void should_look_at_the_label_columns_it_is_told() {
        double[] both = new double[200];
        for (int t = 0; t < 100; t++) {
            both[2 * t] = t;
            both[2 * t + 1] = -1000.0 * t * t;
        }
        NeuralRecording recording =
                new NeuralRecording(
                        TinyRecording.of(100, 1).x(), HostArray.of(both, DataType.DOUBLE, 100, 2));
        int[] drawn = draw(new DeltaNormal(0.01, List.of(0)), recording, new int[] {40, 60}, 1);
        assertThat(drawn).containsExactly(40, 60);
        assertThatThrownBy(() -> new TimeDelta(1, List.of(0, 2)).over(recording))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("time-delta: label columns must be in [0, 2), found 2");
    }

    @Test
    void should_refuse_steps_and_distances_that_are_none() {
        assertThatThrownBy(() -> new TimeOffset(0)).hasMessage("offset must be at least 1, was 0");
        assertThatThrownBy(() -> new TimeDelta(0, List.of()))
                .hasMessage("delta must be at least 1, was 0");
        assertThatThrownBy(() -> new DeltaNormal(0, List.of()))
                .hasMessage("delta must be positive, was 0.0");
    }

    private static NeuralRecording labelled(double... labels) {
        return new NeuralRecording(
                TinyRecording.of(labels.length, 1).x(),
                HostArray.of(labels, DataType.DOUBLE, labels.length, 1));
    }

    private static int nearest(double[] labels, double query) {
        int nearest = 0;
        for (int i = 1; i < labels.length; i++) {
            if (Math.abs(labels[i] - query) < Math.abs(labels[nearest] - query)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int[] draw(
            PositiveSampler sampler, NeuralRecording recording, int[] reference, long seed) {
        int[] positive = new int[reference.length];
        sampler.over(recording).draw(reference, positive, Seed.of(seed).random());
        return positive;
    }
}
