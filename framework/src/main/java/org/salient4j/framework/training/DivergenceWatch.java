package org.salient4j.framework.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.layers.Parameters;
import org.salient4j.losses.LossFloor;

/** Ends a training that has diverged, with the parameters of its last good epoch in place. */
final class DivergenceWatch {
    /** So many times the first loss, no batch is by chance: see {@link Trainer#fit}. */
    private static final double HOPELESS = 1e6;

    private final Parameters parameters;
    private final Path file;
    private final Optional<LossFloor> floor;
    private final String remedy;
    private Map<String, INDArray> lastGood;
    private Double firstLoss;

    /**
     * @param parameters what is trained
     * @param file the checkpoint's; null if there is none
     * @param floor below which the loss tells nothing
     * @param remedy what to do about any other divergence
     */
    DivergenceWatch(Parameters parameters, Path file, Optional<LossFloor> floor, String remedy) {
        this.parameters = parameters;
        this.file = file;
        this.floor = floor;
        this.remedy = remedy;
    }

    /** An epoch starts: what is in place is good. */
    void startEpoch() {
        lastGood = parameters.snapshot();
    }

    /** Loss of the first step; null before it. */
    Double firstLoss() {
        return firstLoss;
    }

    void restore(Double savedFirstLoss) {
        firstLoss = savedFirstLoss;
    }

    /**
     * @param loss total of a step
     */
    void requireBounded(double loss, int epoch, long update) {
        if (!Double.isFinite(loss)) {
            throw diverged("the loss is " + loss, epoch, update);
        }
        if (firstLoss == null) {
            firstLoss = loss;
        }
        if (floor.isPresent() && loss < floor.get().value()) {
            throw diverged(
                    moved("fell", loss) + ": " + floor.get().reason(),
                    floor.get().remedy(),
                    epoch,
                    update);
        }
        if (Math.abs(loss) > HOPELESS * Math.max(1, Math.abs(firstLoss))) {
            throw diverged(moved(loss > 0 ? "grew" : "fell", loss), epoch, update);
        }
    }

    private String moved(String how, double loss) {
        return String.format(Locale.ROOT, "the loss %s from %.3g to %.3g", how, firstLoss, loss);
    }

    void requireFinite(int epoch, long update) {
        for (String name : parameters.names()) {
            for (double value : HostArray.doubles(parameters.get(name))) {
                if (!Double.isFinite(value)) {
                    throw diverged("parameter '" + name + "' is not finite", epoch, update);
                }
            }
        }
    }

    private DivergedTrainingException diverged(String what, int epoch, long update) {
        return diverged(what, remedy, epoch, update);
    }

    private DivergedTrainingException diverged(String what, String advice, int epoch, long update) {
        parameters.assign(lastGood);
        String kept =
                file == null || !Files.exists(file)
                        ? "the network holds its parameters of the epoch's start"
                        : "the last good checkpoint is " + file;
        return new DivergedTrainingException(epoch, update, what, kept, advice);
    }
}
