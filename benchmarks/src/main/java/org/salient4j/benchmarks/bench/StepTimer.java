package org.salient4j.benchmarks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.OpClock;
import org.salient4j.framework.graph.OpTime;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/**
 * Times training steps from the inside: a listener called before all others starts the watch when a
 * step begins, with its batch gathered, and stops it when its update is done. Ends the training
 * when there are enough.
 */
final class StepTimer extends BaseListener {
    private static final int BATCHES = 5;
    private static final Seed SEED = Seed.of(7);

    private final Repetitions repetitions;
    private final OpClock clock;
    private final Map<String, OpTime> ops = new TreeMap<>();
    private boolean profiled;
    private long started;
    private long profiledNanoseconds;

    private StepTimer(TimeBudget budget, OpClock clock) {
        this.repetitions = budget.repetitions(System::nanoTime);
        this.clock = clock;
    }

    /**
     * The time of a step: Adam, dropout, the network's own batch size.
     *
     * @param guided whether the training is saliency guided, k = 0.5, λ = 1
     */
    static Timing time(BenchNetwork network, boolean guided, TimeBudget budget) {
        return run(network, guided, budget, null).repetitions.timing();
    }

    /**
     * Where the time of a step goes.
     *
     * @param guided whether the training is saliency guided
     * @param clock times the ops
     */
    static WorkProfile profile(
            BenchNetwork network, boolean guided, TimeBudget budget, OpClock clock) {
        StepTimer timer = run(network, guided, budget, clock);
        return WorkProfile.of(
                guided ? "saliency guided step" : "standard step",
                timer.repetitions.count(),
                timer.profiledNanoseconds,
                new ArrayList<>(timer.ops.values()));
    }

    private static StepTimer run(
            BenchNetwork kind, boolean guided, TimeBudget budget, OpClock clock) {
        Network network = kind.network();
        StepTimer timer = new StepTimer(budget, clock);
        Trainer trainer =
                new Trainer(
                        TrainingOptions.fixedBudget(Integer.MAX_VALUE).withBatchSize(kind.batch()),
                        SEED);
        var examples = kind.examples(BATCHES * kind.batch());
        if (guided) {
            trainer.fit(
                    network,
                    new SaliencyGuidedObjective(),
                    examples,
                    null,
                    timer,
                    new SaliencyGuidedListener(network, new SaliencyGuidedOptions(), SEED));
        } else {
            trainer.fit(network, new StandardObjective(), examples, null, timer);
        }
        return timer;
    }

    @Override
    public boolean isActive(Operation operation) {
        return operation == Operation.TRAINING;
    }

    @Override
    public void iterationStart(SameDiff sd, At at, MultiDataSet data, long etlMilliseconds) {
        profiled = clock != null && repetitions.warm();
        if (profiled) {
            clock.start();
        }
        started = System.nanoTime();
    }

    @Override
    public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
        long nanoseconds = System.nanoTime() - started;
        if (profiled) {
            profiledNanoseconds += nanoseconds;
            List<OpTime> times = clock.stop();
            times.forEach(time -> ops.merge(time.op(), time, OpTime::plus));
        }
        repetitions.add(nanoseconds);
    }

    @Override
    public ListenerResponse epochEnd(SameDiff sd, At at, LossCurve losses, long milliseconds) {
        return repetitions.done() ? ListenerResponse.STOP : ListenerResponse.CONTINUE;
    }
}
