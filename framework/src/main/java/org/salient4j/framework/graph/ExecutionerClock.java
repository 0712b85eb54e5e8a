package org.salient4j.framework.graph;

import java.util.List;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.profiler.OpProfiler;
import org.nd4j.linalg.profiler.ProfilerConfig;
import org.nd4j.linalg.profiler.data.StringAggregator;

/**
 * ND4J's own profiler, of which only the times are kept. It does not see its old reductions and
 * broadcasts, which no graph of the layers here consists of, nor matrix products called by Java
 * code.
 */
final class ExecutionerClock implements OpClock {
    private ProfilerConfig before;
    private StringAggregator aggregatorBefore;
    private Collector collector;

    @Override
    public void start() {
        OpProfiler profiler = OpProfiler.getInstance();
        before = profiler.getConfig();
        aggregatorBefore = profiler.getClassAggergator();
        collector = new Collector();
        profiler.setClassAggergator(collector);
        profiler.setConfig(ProfilerConfig.builder().checkElapsedTime(true).build());
    }

    @Override
    public List<OpTime> stop() {
        if (collector == null) {
            throw new IllegalStateException("stop needs a start before it");
        }
        OpProfiler profiler = OpProfiler.getInstance();
        profiler.setConfig(before);
        profiler.setClassAggergator(aggregatorBefore);
        List<OpTime> times = collector.times();
        collector = null;
        return times;
    }

    /** In the place where ND4J keeps its times by class of op. */
    private static final class Collector extends StringAggregator {
        private final SelfTimes times = new SelfTimes();

        @Override
        public void putTime(String kind, Op op, long nanoseconds) {
            add(op.opName(), nanoseconds);
        }

        @Override
        public void putTime(String kind, CustomOp op, long nanoseconds) {
            add(op.opName(), nanoseconds);
        }

        private void add(String op, long nanoseconds) {
            times.ended(Thread.currentThread(), op, System.nanoTime(), nanoseconds);
        }

        List<OpTime> times() {
            return times.times();
        }
    }
}
