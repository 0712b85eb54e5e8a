package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapMethods;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/**
 * A run, sorted by training and λ.
 *
 * @param recordings in the order of the run
 * @param methods in the order of the experiment
 * @param groups those that were asked for, in the order of the run
 */
record EncoderGroups(List<String> recordings, List<String> methods, List<EncoderGroup> groups) {

    private static final double PAPERS = 0.1;

    private record Name(EncoderTraining training, double lambda) {}

    /** Copies the lists. */
    EncoderGroups {
        recordings = List.copyOf(recordings);
        methods = List.copyOf(methods);
        groups = List.copyOf(groups);
    }

    static EncoderGroups of(ReportedRun<XcebraCell, XcebraResult> run) {
        Set<String> recordings = new LinkedHashSet<>();
        Map<Name, Map<String, XcebraResult>> groups = new LinkedHashMap<>();
        for (XcebraCell cell : run.cells()) {
            recordings.add(cell.data());
            groups.putIfAbsent(new Name(cell.training(), cell.lambda()), new HashMap<>());
        }
        for (CellResult<XcebraCell, XcebraResult> each : run.results()) {
            XcebraCell cell = each.cell();
            groups.get(new Name(cell.training(), cell.lambda())).put(cell.data(), each.result());
        }
        List<EncoderGroup> sorted = new ArrayList<>();
        groups.forEach(
                (name, results) ->
                        sorted.add(
                                new EncoderGroup(
                                        name.training(),
                                        name.lambda(),
                                        List.copyOf(recordings),
                                        results)));
        return new EncoderGroups(List.copyOf(recordings), methods(run), sorted);
    }

    /** Files keep them by name; their order is the experiment's. */
    private static List<String> methods(ReportedRun<XcebraCell, XcebraResult> run) {
        Set<String> found = new LinkedHashSet<>();
        run.results().forEach(each -> found.addAll(each.result().methods().keySet()));
        Set<String> ordered = new LinkedHashSet<>();
        run.cells().stream()
                .findFirst()
                .ifPresent(cell -> ordered.addAll(MapMethods.of(cell.setup()).keySet()));
        if (!found.isEmpty()) {
            ordered.retainAll(found);
        }
        ordered.addAll(found);
        return List.copyOf(ordered);
    }

    Optional<EncoderGroup> group(EncoderTraining training, double lambda) {
        return groups.stream()
                .filter(group -> group.training() == training && group.lambda() == lambda)
                .findFirst();
    }

    /**
     * The weight of the penalty that claims are asked of: the paper's 0.1, or the largest of the
     * run. One that was chosen by its scores would prove nothing.
     */
    OptionalDouble penalty() {
        List<Double> weights =
                groups.stream().map(EncoderGroup::lambda).filter(lambda -> lambda > 0).toList();
        return weights.contains(PAPERS)
                ? OptionalDouble.of(PAPERS)
                : weights.stream().mapToDouble(Double::doubleValue).max();
    }

    /** Whether a group has no penalty or that of the claims: what is shown without asking. */
    boolean isMain(EncoderGroup group) {
        return group.lambda() == 0 || group.lambda() == penalty().orElse(0);
    }

    /** Those of a training, rising. */
    List<Double> lambdas(EncoderTraining training) {
        return groups.stream()
                .filter(group -> group.training() == training)
                .map(EncoderGroup::lambda)
                .sorted()
                .toList();
    }
}
