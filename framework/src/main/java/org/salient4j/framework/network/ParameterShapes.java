package org.salient4j.framework.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.io.Json;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.zoo.Architecture;

/**
 * Which sizes of an architecture fit given arrays.
 *
 * <p>Every axis of a parameter is a multiple of a size plus a constant (4H, F, C). Making the
 * network once more for each whole-number component, with that one larger by one, shows which axes
 * it moves and by how much; an axis that one component alone moves tells that component.
 */
final class ParameterShapes {

    private ParameterShapes() {}

    /**
     * @param prototype the architecture, settings included
     * @param fixed components that are not to be found
     * @param arrays what is there, by parameter name
     * @return component to value, for those that an axis tells
     */
    static Map<String, String> sizes(
            Architecture prototype, Set<String> fixed, Map<String, INDArray> arrays) {
        Map<String, Long> axes = axes(prototype);
        Map<String, Map<String, Long>> moves = new LinkedHashMap<>();
        Map<String, Integer> movers = new TreeMap<>();
        JsonNode components = Json.tree(prototype);
        components
                .fields()
                .forEachRemaining(
                        c -> {
                            if (c.getValue().isIntegralNumber()) {
                                Map<String, Long> moved = moved(prototype, c.getKey(), axes);
                                moves.put(c.getKey(), moved);
                                moved.keySet().forEach(axis -> movers.merge(axis, 1, Integer::sum));
                            }
                        });
        // An array of another rank tells nothing: its axes are not those of the parameter.
        Map<String, INDArray> comparable = new TreeMap<>(arrays);
        comparable.entrySet().removeIf(e -> !rankFits(e.getKey(), e.getValue().rank(), axes));
        Map<String, Long> found = axes(comparable);
        Map<String, String> sizes = new TreeMap<>();
        moves.forEach(
                (component, moved) ->
                        moved.forEach(
                                (axis, step) -> {
                                    Long length = found.get(axis);
                                    if (length == null
                                            || movers.get(axis) > 1
                                            || fixed.contains(component)) {
                                        return;
                                    }
                                    long base = components.get(component).asLong();
                                    long size = base + (length - axes.get(axis)) / step;
                                    if (size >= 1) {
                                        sizes.putIfAbsent(component, Long.toString(size));
                                    }
                                }));
        return sizes;
    }

    private static boolean rankFits(String name, int rank, Map<String, Long> axes) {
        return axes.containsKey(name + ":" + (rank - 1)) && !axes.containsKey(name + ":" + rank);
    }

    /** How much longer each axis is if the component is larger by one; only those that are. */
    private static Map<String, Long> moved(
            Architecture prototype, String component, Map<String, Long> axes) {
        long larger = Json.tree(prototype).get(component).asLong() + 1;
        Map<String, Long> after;
        try {
            after =
                    axes(
                            Json.withSettings(
                                    prototype,
                                    prototype.name(),
                                    Map.of(component, Long.toString(larger))));
        } catch (IllegalArgumentException e) {
            // A size that may not grow alone (heads that divide a width) has to be set by hand.
            return Map.of();
        }
        Map<String, Long> moved = new TreeMap<>();
        after.forEach(
                (axis, length) -> {
                    long step = length - axes.getOrDefault(axis, length);
                    if (step != 0) {
                        moved.put(axis, step);
                    }
                });
        return moved;
    }

    private static Map<String, Long> axes(Architecture architecture) {
        Parameters parameters = Network.blank(architecture, DataType.FLOAT).parameters();
        Map<String, INDArray> arrays = new TreeMap<>();
        parameters.names().forEach(name -> arrays.put(name, parameters.get(name)));
        return axes(arrays);
    }

    private static Map<String, Long> axes(Map<String, INDArray> arrays) {
        Map<String, Long> axes = new TreeMap<>();
        arrays.forEach(
                (name, array) -> {
                    for (int axis = 0; axis < array.rank(); axis++) {
                        axes.put(name + ":" + axis, array.size(axis));
                    }
                });
        return axes;
    }
}
