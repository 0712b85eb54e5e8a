package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.framework.training.DivergedTrainingException;

/**
 * How each training of a run came out.
 *
 * @param <C> a cell
 * @param <R> a result
 */
public final class TrainingStates<C extends Record, R> {
    private final ReportedRun<C, R> run;
    private final TrainingView<C, R> view;
    private final Map<C, R> results = new HashMap<>();
    private final Map<String, CellFailure> failures = new HashMap<>();
    private final Map<String, String> damaged = new HashMap<>();
    private final Map<TrainingStatus, Integer> counts = new EnumMap<>(TrainingStatus.class);

    /**
     * @param run what there is
     * @param view how to read it
     */
    public TrainingStates(ReportedRun<C, R> run, TrainingView<C, R> view) {
        this.run = run;
        this.view = view;
        run.results().forEach(each -> results.put(each.cell(), each.result()));
        run.failures().forEach(failure -> failures.put(failure.key(), failure));
        run.damaged().forEach(file -> damaged.put(file.key(), file.message()));
        run.cells().forEach(cell -> counts.merge(of(cell), 1, Integer::sum));
    }

    /** How a cell came out. */
    public TrainingStatus of(C cell) {
        R result = results.get(cell);
        if (result != null) {
            return view.learned(result) ? TrainingStatus.COUNTED : TrainingStatus.NOT_LEARNED;
        }
        CellFailure failure = found(failures, cell);
        if (failure == null) {
            return found(damaged, cell) == null
                    ? TrainingStatus.NOT_RUN
                    : TrainingStatus.UNREADABLE;
        }
        String diverged = DivergedTrainingException.class.getSimpleName();
        return failure.error().startsWith(diverged)
                ? TrainingStatus.DIVERGED
                : TrainingStatus.FAILED;
    }

    /** What a cell came to, whether it counts or not. */
    public Optional<R> result(C cell) {
        return Optional.ofNullable(results.get(cell));
    }

    /** How many count, for the beginning of a page. */
    public Note note() {
        int all = run.cells().size();
        int counted = counts.getOrDefault(TrainingStatus.COUNTED, 0);
        if (counted == all) {
            double gate = run.cells().isEmpty() ? 0 : view.gate(run.cells().get(0));
            return new Note(
                    Tone.GOOD,
                    "All %d trainings count.".formatted(all),
                    "Every one has a result and a test accuracy of at least %s."
                            .formatted(IntervalCell.share(gate)));
        }
        List<String> others = new ArrayList<>();
        counts.forEach(
                (status, count) -> {
                    if (status != TrainingStatus.COUNTED) {
                        others.add(count + " " + status.words());
                    }
                });
        return new Note(
                Tone.WARNING,
                "%d of %d trainings count.".formatted(counted, all),
                "The others are left out of every statement, never taken as 0: "
                        + String.join(", ", others)
                        + ".");
    }

    /** Why a cell does not count. */
    TableCell why(C cell) {
        TrainingStatus status = of(cell);
        return switch (status) {
            case UNREADABLE ->
                    TableCell.marked(Tone.BAD, status.words() + ": " + found(damaged, cell));
            case NOT_RUN -> TableCell.marked(Tone.MUTED, status.words());
            case NOT_LEARNED ->
                    TableCell.marked(
                            Tone.WARNING,
                            "did not learn: test accuracy %s, training accuracy %s"
                                    .formatted(
                                            accuracy(view.testAccuracy(results.get(cell))),
                                            accuracy(view.trainAccuracy(results.get(cell)))));
            default ->
                    TableCell.marked(
                            Tone.BAD, status.words() + ": " + found(failures, cell).error());
        };
    }

    private static String accuracy(double share) {
        return IntervalCell.number(100 * share, 1) + "\u00a0%";
    }

    private <T> T found(Map<String, T> byKey, C cell) {
        // Keys are digests of long texts: they are only made where something may be found by them.
        return byKey.isEmpty()
                ? null
                : byKey.get(CellKey.of(run.card().experiment(), cell).value());
    }
}
