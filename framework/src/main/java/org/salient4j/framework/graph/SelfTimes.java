package org.salient4j.framework.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums what ops take by themselves: an op that another one calls, as a gradient of a convolution
 * calls a deconvolution, is taken off the one that called it. Ops are told of when they end, so
 * that the inner one comes before the outer one of the same thread.
 */
final class SelfTimes {
    private final Map<String, OpTime> times = new HashMap<>();
    private final Map<Thread, Deque<Run>> ended = new HashMap<>();

    /**
     * Adds a run.
     *
     * @param end when it ended, or a little later but before the next op began
     * @param nanoseconds what it took, with the ops that it called
     */
    synchronized void ended(Thread thread, String op, long end, long nanoseconds) {
        Deque<Run> before = ended.computeIfAbsent(thread, any -> new ArrayDeque<>());
        long begin = end - nanoseconds;
        long inner = 0;
        while (!before.isEmpty() && before.peek().end - begin > 0) {
            inner += before.pop().nanoseconds;
        }
        before.push(new Run(end, nanoseconds));
        times.merge(op, new OpTime(op, 1, nanoseconds - inner), OpTime::plus);
    }

    synchronized List<OpTime> times() {
        return List.copyOf(times.values());
    }

    private record Run(long end, long nanoseconds) {}
}
