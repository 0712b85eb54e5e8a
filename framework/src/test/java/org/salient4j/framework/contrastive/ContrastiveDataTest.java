package org.salient4j.framework.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Batches;
import org.salient4j.layers.encoder.ConvolutionalEncoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;
import org.salient4j.layers.zoo.LstmClassifier;

class ContrastiveDataTest {
    private static final int BATCH = 6;
    private static final List<ContrastiveTask> TASKS =
            List.of(
                    ContrastiveTask.of("time", 0, 2, new TimeOffset(2)),
                    ContrastiveTask.of("label", 1, 2, new TimeDelta()));

    /** Neuron 0 counts the steps; neuron 1 has some other value. */
    private final NeuralRecording counting = counting(40);

    private final Network single =
            network(new MlpEncoder(2, List.of(3), 1, 2, Head.none()), DataType.FLOAT);

    @Test
    void should_hold_references_then_positives_of_every_task_then_negatives() {
        MultiDataSet batch = batches(counting, single).get(0, 3);
        assertThat(batch.numLabelsArrays()).isZero();
        assertThat(batch.getFeatures(0).shape()).containsExactly(BATCH, 1, 2);
        assertThat(batch.getFeatures(1).shape()).containsExactly(3 * BATCH, 1, 2);
        int[] reference = steps(batch.getFeatures(0), 0, BATCH);
        int[] positive = steps(batch.getFeatures(1), 0, BATCH);
        for (int b = 0; b < BATCH; b++) {
            assertThat(positive[b]).isEqualTo(Math.min(reference[b] + 2, 39));
        }
        assertThat(steps(batch.getFeatures(1), 2 * BATCH, 3 * BATCH))
                .isNotEqualTo(reference)
                .isNotEqualTo(positive);
    }

    @Test
    void should_draw_all_steps_alike_as_references_and_negatives() {
        Batches batches = batches(counting, single);
        int[] references = new int[40];
        int[] negatives = new int[40];
        for (int number = 0; number < 2000; number++) {
            MultiDataSet batch = batches.get(number / 10, number % 10);
            for (int step : steps(batch.getFeatures(0), 0, BATCH)) {
                references[step]++;
            }
            for (int step : steps(batch.getFeatures(1), 2 * BATCH, 3 * BATCH)) {
                negatives[step]++;
            }
        }
        // 12000 draws over 40 steps: 300 each, standard deviation 17.
        assertThat(Arrays.stream(references).boxed()).allMatch(n -> n > 220 && n < 380);
        assertThat(Arrays.stream(negatives).boxed()).allMatch(n -> n > 220 && n < 380);
    }

    @Test
    void should_give_a_batch_again_whatever_came_between() {
        Batches first = batches(counting, single);
        INDArray expected = first.get(1, 2).getFeatures(1).dup();
        assertThat(first.get(1, 3).getFeatures(1)).isNotEqualTo(expected);
        assertThat(first.get(1, 2).getFeatures(1)).isEqualTo(expected);
        assertThat(batches(counting, single).get(1, 2).getFeatures(1)).isEqualTo(expected);
        assertThat(first.count()).isEqualTo(10);
    }

    @Test
    void should_move_windows_inwards_at_the_ends_of_trials() {
        Network wide = network(new ConvolutionalEncoder(2, 5, 4, 2, Head.none()), DataType.DOUBLE);
        NeuralRecording trials = counting.withTrials(0, 20, 25);
        Batches batches =
                new ContrastiveData(
                                trials,
                                List.of(ContrastiveTask.of("time", 0, 2, new TimeOffset())),
                                200)
                        .batches(wide, BATCH, Seed.of(7));
        boolean short5 = false;
        for (int number = 0; number < 200; number++) {
            INDArray x = batches.get(0, number).getFeatures(1);
            assertThat(x.shape()).containsExactly(2 * BATCH, 5, 2);
            for (int b = 0; b < 2 * BATCH; b++) {
                int first = (int) x.getDouble(b, 0, 0);
                for (int w = 1; w < 5; w++) {
                    assertThat(x.getDouble(b, w, 0)).isEqualTo(first + w);
                }
                boolean inside = first + 4 < 20 || (first >= 20 && first + 4 < 25) || first >= 25;
                assertThat(inside).as("window from %d", first).isTrue();
                short5 |= first == 20;
            }
        }
        assertThat(short5).isTrue();
        NeuralRecording shorter = counting.withTrials(0, 20, 24);
        assertThatThrownBy(
                        () -> new ContrastiveData(shorter, TASKS, 10).requireFits(wide, "training"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("trial 1 has 4 steps, the network's window needs at least 5");
    }

    @Test
    void should_hold_labels_of_the_steps_for_regression() {
        List<RegressionTask> tasks = List.of(RegressionTask.of("label", 0, 0, 0));
        MultiDataSet batch =
                new RegressionData(counting, tasks, 10)
                        .batches(single, BATCH, Seed.of(7))
                        .get(0, 0);
        int[] steps = steps(batch.getFeatures(0), 0, BATCH);
        for (int b = 0; b < BATCH; b++) {
            assertThat(batch.getLabels(0).getDouble(b, 0)).isEqualTo(10.0 * steps[b]);
            assertThat(batch.getLabels(0).getDouble(b, 1)).isEqualTo(10.0 * steps[b]);
        }
        assertThatThrownBy(
                        () ->
                                RegressionData.class.cast(
                                        new RegressionData(
                                                counting,
                                                List.of(RegressionTask.of("y", 0, 3)),
                                                10)))
                .hasMessage("task 'y': label columns must be in [0, 1), found 3");
    }

    @Test
    void should_refuse_what_does_not_fit() {
        ContrastiveData data = new ContrastiveData(counting, TASKS, 10);
        assertThatThrownBy(() -> data.batches(single, 41, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("batchSize must be at most the recording's 40 steps, was 41");
        assertThatThrownBy(
                        () ->
                                data.requireFits(
                                        network(
                                                new MlpEncoder(3, List.of(3), 1, 2, Head.none()),
                                                DataType.FLOAT),
                                        "training"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the training recording has 2 neurons, the network takes 3");
        assertThatThrownBy(
                        () ->
                                data.requireFits(
                                        network(new LstmClassifier(), DataType.FLOAT),
                                        "validation"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected an encoder or a network of single time steps");
        assertThat(data.digest())
                .isEqualTo(new ContrastiveData(counting(40), TASKS, 10).digest())
                .isNotEqualTo(new ContrastiveData(counting, TASKS, 11).digest())
                .isNotEqualTo(new ContrastiveData(counting, TASKS.subList(0, 1), 10).digest());
    }

    private static Batches batches(NeuralRecording recording, Network network) {
        return new ContrastiveData(recording, TASKS, 10).batches(network, BATCH, Seed.of(7));
    }

    private static int[] steps(INDArray x, int from, int to) {
        int[] steps = new int[to - from];
        for (int b = from; b < to; b++) {
            steps[b - from] = (int) x.getDouble(b, 0, 0);
        }
        return steps;
    }

    private static NeuralRecording counting(int steps) {
        double[] x = new double[2 * steps];
        double[] labels = new double[steps];
        for (int t = 0; t < steps; t++) {
            x[2 * t] = t;
            x[2 * t + 1] = Math.sin(t);
            labels[t] = 10 * t;
        }
        return new NeuralRecording(
                HostArray.of(x, DataType.FLOAT, steps, 2),
                HostArray.of(labels, DataType.FLOAT, steps, 1));
    }

    private static Network network(
            org.salient4j.layers.zoo.Architecture architecture, DataType type) {
        return Network.initialise(architecture, type, Seed.of(3));
    }
}
