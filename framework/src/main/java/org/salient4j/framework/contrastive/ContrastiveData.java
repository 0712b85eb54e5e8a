package org.salient4j.framework.contrastive;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Batches;
import org.salient4j.framework.training.TrainingData;

/**
 * Batches for a {@link org.salient4j.losses.ContrastiveObjective}: B reference and B negative steps
 * are drawn uniformly with replacement and shared by all tasks; every task adds B positives.
 *
 * <p>An epoch is a number of steps, since nothing is ever used up.
 *
 * @param recording what is embedded
 * @param tasks whose positives, in order
 * @param stepsPerEpoch batches an epoch
 */
public record ContrastiveData(
        NeuralRecording recording, List<ContrastiveTask> tasks, int stepsPerEpoch)
        implements TrainingData {

    /** Validates. */
    public ContrastiveData {
        Objects.requireNonNull(recording, "recording");
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new InvalidInputException("expected at least one task, found none");
        }
        if (stepsPerEpoch < 1) {
            throw new InvalidInputException(
                    "stepsPerEpoch must be at least 1, was " + stepsPerEpoch);
        }
    }

    @Override
    public void requireFits(Network network, String part) {
        Windows.requireFits(recording, network, part);
    }

    @Override
    public Batches batches(Network network, int batchSize, Seed seed) {
        requireBatch(batchSize, recording);
        List<Positives> positives =
                tasks.stream().map(task -> task.positives().over(recording)).toList();
        return new Drawn(this, network, batchSize, seed.child("contrastive"), positives);
    }

    static void requireBatch(int batchSize, NeuralRecording recording) {
        if (batchSize > recording.steps()) {
            throw new InvalidInputException(
                    "batchSize must be at most the recording's %d steps, was %d"
                            .formatted(recording.steps(), batchSize));
        }
    }

    @Override
    public String digest() {
        return recording.digest()
                + " "
                + stepsPerEpoch
                + " "
                + tasks.stream().map(ContrastiveTask::positives).toList();
    }

    private static final class Drawn implements Batches {
        private final ContrastiveData data;
        private final int batchSize;
        private final Seed seed;
        private final List<Positives> positives;
        private final Windows windows;
        private final INDArray reference;
        private final INDArray others;

        Drawn(
                ContrastiveData data,
                Network network,
                int batchSize,
                Seed seed,
                List<Positives> positives) {
            this.data = data;
            this.batchSize = batchSize;
            this.seed = seed;
            this.positives = positives;
            this.windows = new Windows(data.recording, network);
            this.reference = Windows.batch(network, batchSize);
            this.others = Windows.batch(network, batchSize * (positives.size() + 1));
        }

        @Override
        public int count() {
            return data.stepsPerEpoch;
        }

        @Override
        public MultiDataSet get(int epoch, int number) {
            Seed step = seed.child((long) epoch * count() + number);
            int steps = data.recording.steps();
            int[] drawn = step.child("steps").random().ints(2L * batchSize, 0, steps).toArray();
            int[] references = Arrays.copyOf(drawn, batchSize);
            int[] negatives = Arrays.copyOfRange(drawn, batchSize, 2 * batchSize);
            windows.copy(references, HostRows.writing(reference), 0);
            HostRows rows = HostRows.writing(others);
            int[] alike = new int[batchSize];
            for (int k = 0; k < positives.size(); k++) {
                positives.get(k).draw(references, alike, step.child("positives").child(k).random());
                windows.copy(alike, rows, k * batchSize);
            }
            windows.copy(negatives, rows, positives.size() * batchSize);
            return new MultiDataSet(new INDArray[] {reference, others}, new INDArray[0]);
        }
    }
}
