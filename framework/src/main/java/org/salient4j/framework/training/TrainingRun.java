package org.salient4j.framework.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.DataDigest;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.progress.Progress;
import org.salient4j.losses.Objective;

/** One training from its start, or from where a checkpoint stands, to its end. */
final class TrainingRun {
    /** So many times the first loss, no batch is by chance: see {@link Trainer#fit}. */
    private static final double HOPELESS = 1e6;

    private final TrainingOptions options;
    private final Seed seed;
    private final Progress progress;
    private final Path file;
    private final TrainingCheckpoint checkpoint;
    private final Network network;
    private final Objective objective;
    private final Examples train;
    private final Examples validation;
    private final List<Listener> listeners;
    private final TrainingStep step;

    private int epoch;
    private int batch;
    private long updates;
    private Double firstLoss;
    private int seen;
    private final Map<String, Double> lossSums = new LinkedHashMap<>();
    private final List<Epoch> history = new ArrayList<>();
    private int bestEpoch = -1;
    private Evaluation best;
    private Map<String, INDArray> bestParameters = Map.of();
    private StopReason stopped;

    TrainingRun(
            TrainingOptions options,
            Seed seed,
            Progress progress,
            Path file,
            JsonNode recipe,
            Network network,
            Objective objective,
            Examples train,
            Examples validation,
            List<Listener> listeners) {
        this.options = options;
        this.seed = seed;
        this.progress = progress;
        this.file = file;
        this.network = network;
        this.objective = objective;
        this.train = new Examples(train.x().castTo(network.dataType()), train.labels());
        this.validation = validation;
        this.listeners = listeners;
        requireLabels(train, "training");
        if (validation != null) {
            requireLabels(validation, "validation");
        }
        this.step = new TrainingStep(network, objective, options, seed, listeners);
        this.checkpoint =
                file == null
                        ? null
                        : new TrainingCheckpoint(
                                file, network, step.update(), seed, settings(recipe));
    }

    /** Each once, what people set before what follows from it. */
    private JsonNode settings(JsonNode recipe) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("objective", objective.name());
        settings.put("seed", seed.value());
        settings.set("options", Json.tree(options));
        settings.set(
                "listeners",
                Json.tree(
                        listeners.stream()
                                .filter(TrainingSettings.class::isInstance)
                                .map(listener -> ((TrainingSettings) listener).settings())
                                .toList()));
        settings.set("recipe", recipe);
        settings.put(
                "examples",
                validation == null ? DataDigest.of(train) : DataDigest.of(train, validation));
        return settings;
    }

    private void requireLabels(Examples examples, String part) {
        int highest = Arrays.stream(examples.labels()).max().orElse(0);
        int lowest = Arrays.stream(examples.labels()).min().orElse(0);
        if (highest >= network.outputs() || lowest < 0) {
            throw new InvalidInputException(
                    "%s labels must be in [0, %d), found %d"
                            .formatted(part, network.outputs(), lowest < 0 ? lowest : highest));
        }
    }

    TrainingResult toEnd() {
        long started = System.nanoTime();
        progress.start(objective.name(), options.epochs());
        progress.step(epoch);
        try {
            listeners.forEach(l -> l.operationStart(step.graph(), Operation.TRAINING));
            while (stopped == null) {
                runEpoch();
                progress.step();
            }
        } finally {
            listeners.forEach(l -> l.operationEnd(step.graph(), Operation.TRAINING));
        }
        if (options.restoreBest() && !bestParameters.isEmpty()) {
            network.parameters().assign(bestParameters);
        }
        return new TrainingResult(
                history, bestEpoch, updates, stopped, (System.nanoTime() - started) / 1e9);
    }

    private void runEpoch() {
        Map<String, INDArray> lastGood = network.parameters().snapshot();
        listeners.forEach(l -> l.epochStart(step.graph(), at()));
        long started = System.nanoTime();
        int[] order = Examples.shuffled(train.size(), seed.child("shuffle").child(epoch));
        int batches = (train.size() + options.batchSize() - 1) / options.batchSize();
        while (batch < batches) {
            int from = batch * options.batchSize();
            int to = Math.min(train.size(), from + options.batchSize());
            runStep(Arrays.copyOfRange(order, from, to), lastGood);
            if (file != null
                    && options.checkpointEvery() > 0
                    && updates % options.checkpointEvery() == 0
                    && batch < batches) {
                requireFinite(lastGood);
                save();
            }
        }
        endEpoch(lastGood, (System.nanoTime() - started) / 1_000_000);
        if (file != null) {
            save();
        }
    }

    private void runStep(int[] rows, Map<String, INDArray> lastGood) {
        Map<String, Double> losses = step.run(train, rows, at());
        double loss = losses.get(TrainingStep.TOTAL);
        if (!Double.isFinite(loss)) {
            throw diverged("the loss is " + loss, lastGood);
        }
        if (firstLoss == null) {
            firstLoss = loss;
        }
        if (loss > HOPELESS * Math.max(1, Math.abs(firstLoss))) {
            String grown = "the loss grew from %.3g to %.3g";
            throw diverged(String.format(Locale.ROOT, grown, firstLoss, loss), lastGood);
        }
        losses.forEach((name, mean) -> lossSums.merge(name, mean * rows.length, Double::sum));
        seen += rows.length;
        batch++;
        updates++;
    }

    private void endEpoch(Map<String, INDArray> lastGood, long milliseconds) {
        requireFinite(lastGood);
        Evaluation score = validation == null ? null : Evaluation.of(network, validation);
        double trainAccuracy =
                options.stopAtTrainAccuracy() > 0
                        ? Evaluation.of(network, train).accuracy()
                        : Double.NaN;
        Map<String, Double> losses = new LinkedHashMap<>();
        lossSums.forEach((name, sum) -> losses.put(name, sum / seen));
        history.add(
                new Epoch(
                        epoch,
                        losses,
                        trainAccuracy,
                        score == null ? Double.NaN : score.accuracy(),
                        score == null ? Double.NaN : score.loss()));
        if (score != null && score.betterThan(best)) {
            best = score;
            bestEpoch = epoch;
            bestParameters = options.restoreBest() ? network.parameters().snapshot() : Map.of();
        }
        progress.message(message(losses, score));
        boolean stop = tellEpochEnd(losses, milliseconds);
        epoch++;
        batch = 0;
        seen = 0;
        lossSums.clear();
        stopped = reason(stop, trainAccuracy);
    }

    private void requireFinite(Map<String, INDArray> lastGood) {
        for (String name : network.parameters().names()) {
            for (double value : HostArray.doubles(network.parameters().get(name))) {
                if (!Double.isFinite(value)) {
                    throw diverged("parameter '" + name + "' is not finite", lastGood);
                }
            }
        }
    }

    private StopReason reason(boolean listenerStops, double trainAccuracy) {
        if (listenerStops) {
            return StopReason.LISTENER;
        }
        if (options.stopAtTrainAccuracy() > 0 && trainAccuracy >= options.stopAtTrainAccuracy()) {
            return StopReason.TRAIN_ACCURACY;
        }
        if (options.patience() > 0
                && validation != null
                && epoch - 1 - bestEpoch >= options.patience()) {
            return StopReason.PATIENCE;
        }
        return epoch >= options.epochs() ? StopReason.EPOCHS : null;
    }

    private boolean tellEpochEnd(Map<String, Double> losses, long milliseconds) {
        LossCurve curve =
                new LossCurve(
                        losses.values().stream().mapToDouble(Double::doubleValue).toArray(),
                        List.copyOf(losses.keySet()));
        boolean stop = false;
        for (Listener listener : listeners) {
            ListenerResponse response = listener.epochEnd(step.graph(), at(), curve, milliseconds);
            stop |= response == ListenerResponse.STOP;
        }
        return stop;
    }

    private static String message(Map<String, Double> losses, Evaluation score) {
        StringBuilder text = new StringBuilder();
        losses.forEach(
                (name, loss) -> text.append(String.format(Locale.ROOT, "%s %.4f ", name, loss)));
        if (score != null) {
            text.append(String.format(Locale.ROOT, "validation %.1f %%", 100 * score.accuracy()));
        }
        return text.toString().strip();
    }

    private At at() {
        return At.builder()
                .epoch(epoch)
                .iteration(Math.toIntExact(updates))
                .trainingThreadNum(0)
                .javaThreadNum(Thread.currentThread().getId())
                .operation(Operation.TRAINING)
                .build();
    }

    private DivergedTrainingException diverged(String what, Map<String, INDArray> lastGood) {
        network.parameters().assign(lastGood);
        String kept =
                file == null || !Files.exists(file)
                        ? "the network holds its parameters of the epoch's start"
                        : "the last good checkpoint is " + file;
        return new DivergedTrainingException(epoch, updates, what, kept);
    }

    private void save() {
        checkpoint.save(state(), bestParameters);
    }

    private TrainingState state() {
        return new TrainingState(
                epoch, batch, updates, firstLoss, lossSums, seen, history, bestEpoch, best,
                stopped);
    }

    void restore() {
        TrainingCheckpoint.Restored restored = checkpoint.restore();
        bestParameters = restored.best();
        adopt(restored.state());
    }

    private void adopt(TrainingState state) {
        epoch = state.epoch();
        batch = state.batch();
        updates = state.updates();
        firstLoss = state.firstLoss();
        seen = state.seen();
        lossSums.putAll(state.lossSums());
        history.addAll(state.history());
        bestEpoch = state.bestEpoch();
        best = state.best();
        stopped = state.stopped();
    }
}
