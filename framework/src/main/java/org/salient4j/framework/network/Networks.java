package org.salient4j.framework.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.data.DatasetCard;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.registry.Registry;
import org.salient4j.layers.zoo.Architecture;

/** The registered architectures, and those of a size that fits some data. */
public final class Networks {

    private static final char PRESET = '/';

    private Networks() {}

    /** The registered architectures, with their defaults. */
    public static Registry<Architecture> registry() {
        return Registry.of(Architecture.class, "network", Architecture::name);
    }

    /**
     * A published size of an architecture.
     *
     * @param name the architecture
     * @param preset the size, such as {@code mnist-series}
     * @throws org.salient4j.framework.InvalidInputException if there is no such architecture, or it
     *     has no such preset
     */
    public static Architecture preset(String name, String preset) {
        Map<String, Architecture> presets = registry().get(name).presets();
        Architecture found = presets.get(preset);
        if (found == null) {
            throw NearestName.unknown("preset of the network " + name, preset, presets.keySet());
        }
        return found;
    }

    /**
     * The architecture of a full name: {@code lstm}, or {@code lstm/mnist-series} for one of its
     * presets.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is no such architecture, or it
     *     has no such preset
     */
    public static Architecture named(String fullName) {
        int slash = fullName.indexOf(PRESET);
        return slash < 0
                ? registry().get(fullName)
                : preset(fullName.substring(0, slash), fullName.substring(slash + 1));
    }

    /** The architecture's own name in a full name. */
    public static String baseName(String fullName) {
        int slash = fullName.indexOf(PRESET);
        return slash < 0 ? fullName : fullName.substring(0, slash);
    }

    /** What {@link #named} takes for a preset. */
    public static String fullName(String name, String preset) {
        return name + PRESET + preset;
    }

    /**
     * An architecture for a data set: time steps, features and classes are those of the data unless
     * they are set.
     *
     * @param name the architecture
     * @param settings component to value
     * @param data the data set's card
     * @throws org.salient4j.framework.InvalidInputException if the name or a component is unknown,
     *     or a value is refused
     */
    public static Architecture fitted(String name, Map<String, String> settings, DatasetCard data) {
        return fitted(registry().get(name), settings, data);
    }

    /**
     * The same of an architecture, such as a {@linkplain #preset preset}.
     *
     * @param prototype has the settings that neither the data nor {@code settings} give
     * @param settings component to value
     * @param data the data set's card
     * @throws org.salient4j.framework.InvalidInputException if a component is unknown or a value is
     *     refused
     */
    public static Architecture fitted(
            Architecture prototype, Map<String, String> settings, DatasetCard data) {
        return fitted(prototype, settings, data.sizes());
    }

    /**
     * The same for other data, such as images.
     *
     * @param prototype has the settings that neither the data nor {@code settings} give
     * @param settings component to value
     * @param sizes of the data, by the name of the component that they are for; those that the
     *     architecture does not have are left out
     * @throws org.salient4j.framework.InvalidInputException if a component is unknown or a value is
     *     refused
     */
    public static Architecture fitted(
            Architecture prototype, Map<String, String> settings, Map<String, Long> sizes) {
        JsonNode components = Json.tree(prototype);
        Map<String, String> all = new LinkedHashMap<>();
        sizes.forEach(
                (component, size) -> {
                    if (components.has(component)) {
                        all.put(component, Long.toString(size));
                    }
                });
        all.putAll(settings);
        return Json.withSettings(prototype, "network '" + prototype.name() + "'", all);
    }
}
