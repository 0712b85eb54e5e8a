package org.salient4j.benchmarks.xcebra;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.contrastive.ContrastiveOptions;
import org.salient4j.framework.contrastive.ContrastiveTask;
import org.salient4j.framework.contrastive.ContrastiveTrainer;
import org.salient4j.framework.contrastive.NeuralRecording;
import org.salient4j.framework.contrastive.RegressionTask;
import org.salient4j.framework.contrastive.TimeDelta;
import org.salient4j.framework.contrastive.TimeOffset;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.losses.InfoNce;
import org.salient4j.losses.JacobianEstimator;
import org.salient4j.losses.Similarity;
import org.salient4j.losses.Temperature;

/**
 * How an encoder's training went.
 *
 * @param loss mean of the last epoch's losses, without the penalty; null if it was not trained
 * @param goodnessOfFit log B less the mean InfoNCE of an objective; null if not contrastive
 * @param updates parameter updates
 * @param seconds wall time
 */
record EncoderFit(Double loss, Double goodnessOfFit, long updates, double seconds) {
    private static final String TIME = "time";
    private static final String LABEL = "label";

    /** Trains a network in place as a cell says. */
    static EncoderFit of(XcebraCell cell, Network network, KnownRecording recording, Seed seed) {
        ContrastiveTrainer trainer = new ContrastiveTrainer(options(cell), seed);
        int d = recording.latentCount();
        int observed = recording.observed().start();
        return switch (cell.training()) {
            case UNTRAINED -> new EncoderFit(null, null, 0, 0);
            case CONTRASTIVE -> {
                INDArray labels =
                        recording.latents().getColumns(IntStream.range(observed, d).toArray());
                List<ContrastiveTask> tasks =
                        List.of(
                                ContrastiveTask.of(TIME, 0, d, new TimeOffset(1)),
                                ContrastiveTask.of(LABEL, observed, d, new TimeDelta()));
                TrainingResult result =
                        trainer.fit(
                                network,
                                new NeuralRecording(recording.neurons(), labels.dup('c')),
                                tasks,
                                null);
                double loss = loss(result, List.of(TIME, LABEL));
                yield new EncoderFit(
                        loss,
                        InfoNce.goodnessOfFit(loss / tasks.size(), cell.setup().batchSize()),
                        result.updates(),
                        result.seconds());
            }
            case SUPERVISED -> {
                Integer[] all = IntStream.range(0, d).boxed().toArray(Integer[]::new);
                TrainingResult result =
                        trainer.fitSupervised(
                                network,
                                new NeuralRecording(recording.neurons(), recording.latents()),
                                List.of(RegressionTask.of(LABEL, 0, all)),
                                null);
                yield new EncoderFit(
                        loss(result, List.of(LABEL)), null, result.updates(), result.seconds());
            }
        };
    }

    private static ContrastiveOptions options(XcebraCell cell) {
        XcebraSetup setup = cell.setup();
        return new ContrastiveOptions(
                setup.steps(),
                setup.batchSize(),
                setup.learningRate(),
                new InfoNce(Similarity.EUCLIDEAN, Temperature.fixed(setup.temperature())),
                cell.lambda(),
                setup.rampFrom(),
                setup.rampTo(),
                JacobianEstimator.TANGENT,
                1,
                setup.reportEvery());
    }

    private static double loss(TrainingResult result, List<String> parts) {
        Map<String, Double> last = result.history().get(result.history().size() - 1).losses();
        return parts.stream().mapToDouble(last::get).sum();
    }
}
