package org.salient4j.framework.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.progress.Progress;

/** One training from its start, or from where a checkpoint stands, to its end. */
final class TrainingRun {
    private final TrainingOptions options;
    private final Progress progress;
    private final TrainingCall call;
    private final Batches batches;
    private final TrainingStep step;
    private final TrainingCheckpoint checkpoint;
    private final DivergenceWatch watch;
    private final BestEpoch best;

    private int epoch;
    private int batch;
    private long updates;
    private final EpochLosses losses = new EpochLosses();
    private final List<Epoch> history = new ArrayList<>();
    private StopReason stopped;

    /**
     * @param file where the checkpoint is kept; null for none
     * @param recipe what the training depends on beside what is seen here
     */
    TrainingRun(
            TrainingOptions options,
            Seed seed,
            Progress progress,
            Path file,
            JsonNode recipe,
            TrainingCall call) {
        call.requireFits(options);
        this.options = options;
        this.progress = progress;
        this.call = call;
        this.batches = call.train().batches(call.network(), options.batchSize(), seed);
        long all = (long) options.epochs() * batches.count();
        this.step = new TrainingStep(call, options, seed, all);
        this.checkpoint =
                file == null
                        ? null
                        : new TrainingCheckpoint(
                                file,
                                call.network(),
                                step,
                                seed,
                                settings(options, seed, recipe, call));
        this.watch =
                new DivergenceWatch(
                        step.parameters(),
                        file,
                        call.objective().floor(call.network().architecture(), options.batchSize()),
                        call.objective().remedy());
        this.best = new BestEpoch(step.parameters(), options.restoreBest());
    }

    /** Each once, what people set before what follows from it. */
    private static JsonNode settings(
            TrainingOptions options, Seed seed, JsonNode recipe, TrainingCall call) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("objective", call.objective().settings());
        settings.put("seed", seed.value());
        settings.set("options", Json.tree(options));
        settings.set(
                "listeners",
                Json.tree(
                        call.listeners().stream()
                                .filter(TrainingSettings.class::isInstance)
                                .map(listener -> ((TrainingSettings) listener).settings())
                                .toList()));
        settings.set("recipe", recipe);
        settings.put("examples", call.train().digest());
        if (call.validation() != null) {
            settings.put("validation", call.validation().digest());
        }
        return settings;
    }

    TrainingResult toEnd() {
        long started = System.nanoTime();
        progress.start(call.objective().name(), options.epochs());
        progress.step(epoch);
        try {
            call.listeners()
                    .forEach(l -> l.operationStart(step.graph(updates), Operation.TRAINING));
            while (stopped == null) {
                runEpoch();
                progress.step();
            }
        } finally {
            call.listeners().forEach(l -> l.operationEnd(step.graph(updates), Operation.TRAINING));
        }
        best.putBack();
        double seconds = (System.nanoTime() - started) / 1e9;
        return new TrainingResult(history, best.epoch(), updates, stopped, seconds);
    }

    private void runEpoch() {
        watch.startEpoch();
        call.listeners().forEach(l -> l.epochStart(step.graph(updates), at()));
        long started = System.nanoTime();
        while (batch < batches.count()) {
            runStep();
            if (checkpoint != null
                    && options.checkpointEvery() > 0
                    && updates % options.checkpointEvery() == 0
                    && batch < batches.count()) {
                watch.requireFinite(epoch, updates);
                save();
            }
        }
        endEpoch((System.nanoTime() - started) / 1_000_000);
        if (checkpoint != null) {
            save();
        }
    }

    private void runStep() {
        MultiDataSet data = batches.get(epoch, batch);
        long examples = data.getFeatures(0).size(0);
        Map<String, Double> means = step.run(data, at());
        watch.requireBounded(means.get(StepGraph.TOTAL), epoch, updates);
        losses.add(means, examples);
        batch++;
        updates++;
    }

    private void endEpoch(long milliseconds) {
        watch.requireFinite(epoch, updates);
        Evaluation score =
                call.validation() == null ? null : call.validation().evaluate(call.network());
        double trainAccuracy =
                options.stopAtTrainAccuracy() > 0
                        ? call.train().measured().orElseThrow().evaluate(call.network()).accuracy()
                        : Double.NaN;
        Epoch over =
                new Epoch(
                        epoch,
                        losses.means(),
                        trainAccuracy,
                        score == null ? Double.NaN : score.accuracy(),
                        score == null ? Double.NaN : score.loss());
        history.add(over);
        if (score != null) {
            best.offer(epoch, score);
        }
        progress.message(message(over.losses(), score));
        boolean stop = tellEpochEnd(over.losses(), milliseconds);
        epoch++;
        batch = 0;
        losses.clear();
        stopped = reason(stop, trainAccuracy);
    }

    private StopReason reason(boolean listenerStops, double trainAccuracy) {
        if (listenerStops) {
            return StopReason.LISTENER;
        }
        if (options.stopAtTrainAccuracy() > 0 && trainAccuracy >= options.stopAtTrainAccuracy()) {
            return StopReason.TRAIN_ACCURACY;
        }
        if (options.patience() > 0
                && call.validation() != null
                && epoch - 1 - best.epoch() >= options.patience()) {
            return StopReason.PATIENCE;
        }
        return epoch >= options.epochs() ? StopReason.EPOCHS : null;
    }

    private boolean tellEpochEnd(Map<String, Double> means, long milliseconds) {
        LossCurve curve =
                new LossCurve(
                        means.values().stream().mapToDouble(Double::doubleValue).toArray(),
                        List.copyOf(means.keySet()));
        boolean stop = false;
        for (Listener listener : call.listeners()) {
            // The graph of the epoch's last step.
            ListenerResponse response =
                    listener.epochEnd(step.graph(updates - 1), at(), curve, milliseconds);
            stop |= response == ListenerResponse.STOP;
        }
        return stop;
    }

    private static String message(Map<String, Double> means, Evaluation score) {
        StringBuilder text = new StringBuilder();
        means.forEach(
                (name, loss) -> {
                    if (name.indexOf('.') < 0) {
                        text.append(String.format(Locale.ROOT, "%s %.4f ", name, loss));
                    }
                });
        if (score != null && Double.isNaN(score.accuracy())) {
            text.append(String.format(Locale.ROOT, "validation %.4f", score.loss()));
        } else if (score != null) {
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

    private void save() {
        checkpoint.save(
                new TrainingState(
                        epoch,
                        batch,
                        updates,
                        watch.firstLoss(),
                        losses.sums(),
                        losses.seen(),
                        history,
                        best.epoch(),
                        best.score(),
                        stopped),
                best.parameters());
    }

    /** Puts the checkpoint's training in place of the start. */
    void restore() {
        TrainingCheckpoint.Restored restored = checkpoint.restore();
        TrainingState state = restored.state();
        epoch = state.epoch();
        batch = state.batch();
        updates = state.updates();
        stopped = state.stopped();
        losses.restore(state.lossSums(), state.seen());
        history.addAll(state.history());
        watch.restore(state.firstLoss());
        best.restore(state.bestEpoch(), state.best(), restored.best());
    }
}
