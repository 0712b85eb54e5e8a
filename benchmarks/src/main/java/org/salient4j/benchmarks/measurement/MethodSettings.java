package org.salient4j.benchmarks.measurement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.registry.Registry;

/**
 * All settings of attribution methods by their names, the component {@code methods} of an
 * experiment's setup: what a cell's result depends on must stand in the cell.
 */
public final class MethodSettings {
    private static final Registry<AttributionMethod> METHODS = AttributionMethod.registry();
    private static final String OF_METHOD = "methods.";

    private MethodSettings() {}

    /** The settings of methods. */
    public static Map<String, JsonNode> of(List<AttributionMethod> methods) {
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        methods.forEach(method -> settings.put(method.name(), Json.tree(method)));
        return settings;
    }

    /**
     * The methods of settings.
     *
     * @throws InvalidInputException if there is no such method or it refuses the settings
     */
    public static Map<String, AttributionMethod> methods(Map<String, JsonNode> settings) {
        Map<String, AttributionMethod> methods = new LinkedHashMap<>();
        settings.forEach((name, each) -> methods.put(name, method(name, each)));
        return methods;
    }

    /**
     * One method of settings.
     *
     * @throws InvalidInputException if there is no such method or it refuses the settings
     */
    public static AttributionMethod method(String name, JsonNode settings) {
        return Json.convert(
                settings, METHODS.get(name).getClass(), "settings of the method " + name);
    }

    /**
     * A setup with other settings. {@code methods.NAME} may name a method that is not in it: the
     * method is added, with the given settings and its own defaults for the others.
     *
     * @param setup has a component {@code methods}
     * @param label what messages call it
     * @param changes component to value, as {@link Json#withSettings} takes them
     * @param methods the component
     * @param withMethods makes the same setup with other methods
     * @throws InvalidInputException if there is no such component or method, or a value is refused
     */
    public static <S extends Record> S changed(
            S setup,
            String label,
            Map<String, String> changes,
            Function<S, Map<String, JsonNode>> methods,
            WithMethods<S> withMethods) {
        Map<String, String> others = new TreeMap<>(changes);
        Map<String, String> ofMethods = new TreeMap<>(changes);
        others.keySet().removeIf(path -> path.startsWith(OF_METHOD));
        ofMethods.keySet().removeAll(others.keySet());
        S base = Json.withSettings(setup, label, others);
        Map<String, JsonNode> all = new TreeMap<>(methods.apply(base));
        Map<String, String> parts = new TreeMap<>();
        ofMethods.forEach(
                (path, text) -> {
                    String rest = path.substring(OF_METHOD.length());
                    int dot = rest.indexOf('.');
                    String name = dot < 0 ? rest : rest.substring(0, dot);
                    JsonNode settings =
                            all.computeIfAbsent(name, added -> Json.tree(METHODS.get(added)));
                    if (dot < 0 && text.startsWith("{")) {
                        ObjectNode given = Json.parse(text, ObjectNode.class, label + ": " + path);
                        all.put(name, ((ObjectNode) settings.deepCopy()).setAll(given));
                    } else {
                        parts.put(path, text);
                    }
                });
        return Json.withSettings(withMethods.of(base, all), label, parts);
    }

    /**
     * A setup with other methods.
     *
     * @param <S> the setup
     */
    @FunctionalInterface
    public interface WithMethods<S> {
        /** The same setup with these. */
        S of(S setup, Map<String, JsonNode> methods);
    }
}
