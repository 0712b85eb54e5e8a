package org.salient4j.benchmarks.bench;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.OpClock;
import org.salient4j.framework.graph.OpTime;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** Where the time of a gradient pass to the input goes, of one training batch. */
final class GradientProfile {
    private GradientProfile() {}

    static WorkProfile of(BenchNetwork kind, TimeBudget budget, OpClock clock) {
        Network network = kind.network();
        Examples batch = kind.examples(kind.batch());
        Map<String, OpTime> ops = new TreeMap<>();
        Runnable pass = () -> network.gradient(batch.x(), batch.labels(), Output.LOGIT);
        LongAdder nanoseconds = new LongAdder();
        Timing timing =
                budget.time(
                        pass,
                        () -> {
                            clock.start();
                            long start = System.nanoTime();
                            pass.run();
                            nanoseconds.add(System.nanoTime() - start);
                            clock.stop().forEach(time -> ops.merge(time.op(), time, OpTime::plus));
                        });
        return WorkProfile.of(
                "gradient pass", timing.reps(), nanoseconds.sum(), new ArrayList<>(ops.values()));
    }
}
