package org.salient4j.framework.contrastive;

import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Batches;
import org.salient4j.framework.training.TrainingData;

/**
 * Batches for a {@link org.salient4j.losses.SupervisedEmbeddingObjective}: B steps drawn uniformly
 * with replacement, with the labels of every task.
 *
 * @param recording what is embedded
 * @param tasks whose labels, in order
 * @param stepsPerEpoch batches an epoch
 */
public record RegressionData(
        NeuralRecording recording, List<RegressionTask> tasks, int stepsPerEpoch)
        implements TrainingData {

    /** Validates. */
    public RegressionData {
        Objects.requireNonNull(recording, "recording");
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new InvalidInputException("expected at least one task, found none");
        }
        if (stepsPerEpoch < 1) {
            throw new InvalidInputException(
                    "stepsPerEpoch must be at least 1, was " + stepsPerEpoch);
        }
        for (RegressionTask task : tasks) {
            new LabelSpace(recording, task.columns(), "task '" + task.part().name() + "'");
        }
    }

    @Override
    public void requireFits(Network network, String part) {
        Windows.requireFits(recording, network, part);
    }

    @Override
    public Batches batches(Network network, int batchSize, Seed seed) {
        ContrastiveData.requireBatch(batchSize, recording);
        return new Drawn(this, network, batchSize, seed.child("regression"));
    }

    @Override
    public String digest() {
        return recording.digest()
                + " "
                + stepsPerEpoch
                + " "
                + tasks.stream().map(RegressionTask::columns).toList();
    }

    private static final class Drawn implements Batches {
        private final RegressionData data;
        private final Seed seed;
        private final Windows windows;
        private final List<LabelSpace> spaces;
        private final int[] steps;
        private final INDArray x;
        private final INDArray[] labels;

        Drawn(RegressionData data, Network network, int batchSize, Seed seed) {
            this.data = data;
            this.seed = seed;
            this.windows = new Windows(data.recording, network);
            this.spaces =
                    data.tasks.stream()
                            .map(t -> new LabelSpace(data.recording, t.columns(), "task"))
                            .toList();
            this.steps = new int[batchSize];
            this.x = Windows.batch(network, batchSize);
            this.labels =
                    spaces.stream()
                            .map(
                                    space ->
                                            Nd4j.createUninitialized(
                                                    network.dataType(),
                                                    new long[] {batchSize, space.dimensions()},
                                                    'c'))
                            .toArray(INDArray[]::new);
        }

        @Override
        public int count() {
            return data.stepsPerEpoch;
        }

        @Override
        public MultiDataSet get(int epoch, int number) {
            var random = seed.child((long) epoch * count() + number).random();
            for (int b = 0; b < steps.length; b++) {
                steps[b] = random.nextInt(data.recording.steps());
            }
            windows.copy(steps, HostRows.writing(x), 0);
            for (int k = 0; k < labels.length; k++) {
                HostRows rows = HostRows.writing(labels[k]);
                double[] row = new double[rows.size()];
                for (int b = 0; b < steps.length; b++) {
                    for (int d = 0; d < row.length; d++) {
                        row[d] = spaces.get(k).at(steps[b], d);
                    }
                    rows.write(b, row);
                }
            }
            return new MultiDataSet(new INDArray[] {x}, labels);
        }
    }
}
