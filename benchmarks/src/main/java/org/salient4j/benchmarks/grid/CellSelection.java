package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
        values = Map.copyOf(values);
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
        List<C> cells = new ArrayList<>(experiment.cells());
        values.forEach((component, wanted) -> keep(cells, component, wanted));
        return cells;
    }

    private static <C extends Record> void keep(
            List<C> cells, String component, Set<String> wanted) {
        Set<String> components = new TreeSet<>();
        Set<String> present = new TreeSet<>();
        for (C cell : cells) {
            JsonNode tree = Json.tree(cell);
            tree.fields()
                    .forEachRemaining(
                            field -> {
                                if (field.getValue().isValueNode()) {
                                    components.add(field.getKey());
                                }
                            });
            present.add(tree.path(component).asText());
        }
        if (!cells.isEmpty() && !components.contains(component)) {
            throw NearestName.unknown("component of a cell", component, components);
        }
        for (String value : wanted) {
            if (!cells.isEmpty() && !present.contains(value)) {
                throw NearestName.unknown(component, value, present);
            }
        }
        cells.removeIf(cell -> !wanted.contains(Json.tree(cell).path(component).asText()));
        if (cells.isEmpty()) {
            throw new InvalidInputException("no cell is left by the selection of " + component);
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
