package org.salient4j.framework.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** Time spent in each kind of op by the compiled graphs that a thread runs. */
public final class OpProfile {
    private static final ThreadLocal<OpProfile> CURRENT = new ThreadLocal<>();

    private final Map<Kind, Time> times = new HashMap<>();

    private record Kind(String op, String shapes) {}

    private static final class Time {
        private int calls;
        private long nanoseconds;
    }

    /**
     * Time of one kind of op.
     *
     * @param op ND4J's name
     * @param shapes of its outputs
     * @param calls how often it ran
     * @param milliseconds in all its calls
     */
    public record Entry(String op, String shapes, int calls, double milliseconds) {}

    private OpProfile() {}

    /** What the calling thread spends in ops while it does some work. */
    public static OpProfile of(Runnable work) {
        OpProfile profile = new OpProfile();
        OpProfile outer = CURRENT.get();
        CURRENT.set(profile);
        try {
            work.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
        return profile;
    }

    /** Kinds of ops, the longest time first. */
    public List<Entry> entries() {
        return times.entrySet().stream()
                .map(
                        e ->
                                new Entry(
                                        e.getKey().op(),
                                        e.getKey().shapes(),
                                        e.getValue().calls,
                                        e.getValue().nanoseconds / 1e6))
                .sorted(Comparator.comparingDouble(Entry::milliseconds).reversed())
                .toList();
    }

    /** That of the calling thread; null if it measures nothing. */
    static OpProfile current() {
        return CURRENT.get();
    }

    void run(PlannedOp step) {
        long start = System.nanoTime();
        step.run();
        long spent = System.nanoTime() - start;
        String shapes =
                step.context().getOutputArrays().stream()
                        .map(OpProfile::shape)
                        .collect(Collectors.joining(" "));
        Time time = times.computeIfAbsent(new Kind(step.op().opName(), shapes), any -> new Time());
        time.calls++;
        time.nanoseconds += spent;
    }

    private static String shape(INDArray array) {
        return Shape.shapeToStringShort(array);
    }
}
