package org.salient4j.benchmarks.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import org.salient4j.framework.graph.OpTime;

/**
 * Where the time of one step or pass goes, as a mean over its repetitions.
 *
 * @param work what it is
 * @param reps how many repetitions
 * @param meanMs how long one took, the watch on each op included
 * @param opsMs what of that the ops took
 * @param ops the ops, the longest first
 */
public record WorkProfile(
        @JsonProperty("work") String work,
        @JsonProperty("reps") int reps,
        @JsonProperty("mean_ms") double meanMs,
        @JsonProperty("ops_ms") double opsMs,
        @JsonProperty("ops") List<Entry> ops) {

    /**
     * One kind of op.
     *
     * @param op its name
     * @param count runs a repetition
     * @param ms milliseconds a repetition, all its runs together
     * @param share of the time of all ops, in [0, 1]
     */
    public record Entry(
            @JsonProperty("op") String op,
            @JsonProperty("count") double count,
            @JsonProperty("ms") double ms,
            @JsonProperty("share") double share) {}

    /** Copies the ops. */
    public WorkProfile {
        ops = List.copyOf(ops);
    }

    /**
     * The mean of all repetitions.
     *
     * @param work what was repeated
     * @param reps how often
     * @param nanoseconds all repetitions together
     * @param times those of its ops, summed over the repetitions
     */
    static WorkProfile of(String work, int reps, long nanoseconds, List<OpTime> times) {
        double all = times.stream().mapToLong(OpTime::nanoseconds).sum();
        List<Entry> entries =
                times.stream()
                        .sorted(Comparator.comparingLong(OpTime::nanoseconds).reversed())
                        .map(
                                time ->
                                        new Entry(
                                                time.op(),
                                                (double) time.count() / reps,
                                                time.nanoseconds() / 1e6 / reps,
                                                time.nanoseconds() / all))
                        .toList();
        return new WorkProfile(work, reps, nanoseconds / 1e6 / reps, all / 1e6 / reps, entries);
    }
}
