package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.io.Json;

/**
 * Some of an experiment's cells: those whose components have one of the values named. It says what
 * a run computes, not what the experiment is, so a grid can be computed in parts, in one folder.
 *
 * @param values component of the cell ({@code network}) to the values that are taken
 */
public record CellSelection(Map<String, Set<String>> values) {

    /** Copies the values. */
    public CellSelection {
        // In the order they were given, which messages follow.
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Every cell. */
    public static CellSelection all() {
        return new CellSelection(Map.of());
    }

    /**
     * Reads {@code network=tcn,lstm}; several texts of one component add up.
     *
     * @throws InvalidInputException if a text has another form
     */
    public static CellSelection parse(List<String> texts) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String text : texts) {
            String[] parts = text.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new InvalidInputException(
                        "expected a selection such as network=tcn, found '" + text + "'");
            }
            values.computeIfAbsent(parts[0].strip(), name -> new TreeSet<>())
                    .addAll(List.of(parts[1].strip().split("\\s*,\\s*")));
        }
        return new CellSelection(values);
    }

    /**
     * The experiment with the selected cells only; its name and settings stay.
     *
     * @throws InvalidInputException if the cells have no such component, or none such a value
     */
    public <C extends Record, R> Experiment<C, R> of(Experiment<C, R> experiment) {
        return values.isEmpty() ? experiment : new Selected<>(experiment, selected(experiment));
    }

    private <C extends Record, R> List<C> selected(Experiment<C, R> experiment) {
        List<Candidate<C>> all = new ArrayList<>();
        for (C cell : experiment.cells()) {
            all.add(new Candidate<>(cell, Json.tree(cell)));
        }
        // Each filter by itself first: which one is wrong must not depend on their order.
        values.forEach((component, wanted) -> requireKnown(all, component, wanted));
        List<Candidate<C>> left = new ArrayList<>(all);
        List<String> filters = new ArrayList<>();
        values.forEach(
                (component, wanted) -> {
                    String filter = component + "=" + String.join(",", wanted);
                    left.removeIf(cell -> !wanted.contains(cell.value(component)));
                    if (left.isEmpty() && !all.isEmpty()) {
                        throw new InvalidInputException(
                                "no cell with %s has %s: choose one of the two, or other values"
                                        .formatted(String.join(" and ", filters), filter));
                    }
                    filters.add(filter);
                });
        return left.stream().map(Candidate::cell).toList();
    }

    private static <C extends Record> void requireKnown(
            List<Candidate<C>> all, String component, Set<String> wanted) {
        Set<String> components = new TreeSet<>();
        Set<String> present = new TreeSet<>();
        for (Candidate<C> cell : all) {
            cell.tree()
                    .fields()
                    .forEachRemaining(
                            field -> {
                                if (field.getValue().isValueNode()) {
                                    components.add(field.getKey());
                                }
                            });
            present.add(cell.value(component));
        }
        if (!all.isEmpty() && !components.contains(component)) {
            throw NearestName.unknown("component of a cell", component, components);
        }
        for (String value : wanted) {
            if (!all.isEmpty() && !present.contains(value)) {
                throw NearestName.unknown(component, value, present);
            }
        }
    }

    /** A cell and its components, which are written once for all filters. */
    private record Candidate<C extends Record>(C cell, JsonNode tree) {
        String value(String component) {
            return tree.path(component).asText();
        }
    }

    private record Selected<C extends Record, R>(Experiment<C, R> experiment, List<C> cells)
            implements Experiment<C, R> {
        @Override
        public String name() {
            return experiment.name();
        }

        @Override
        public Class<C> cellType() {
            return experiment.cellType();
        }

        @Override
        public Class<R> resultType() {
            return experiment.resultType();
        }

        @Override
        public JsonNode specification() {
            return experiment.specification();
        }

        @Override
        public R run(C cell, CellContext context) throws Exception {
            return experiment.run(cell, context);
        }
    }
}
