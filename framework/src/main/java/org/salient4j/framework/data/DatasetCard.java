package org.salient4j.framework.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.salient4j.framework.InvalidInputException;

/**
 * What a folder of data says about itself in {@code dataset.json}.
 *
 * @param name the name of the data
 * @param classes the number of classes
 * @param steps the number of time steps
 * @param features the number of values at a time step
 * @param origin how it was made or where it is from, as its maker writes it; null if not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetCard(String name, int classes, long steps, long features, JsonNode origin) {

    /**
     * @throws InvalidInputException if the name is missing or a size is not positive
     */
    public DatasetCard {
        if (name == null || name.isBlank()) {
            throw new InvalidInputException("name must say what the data is, was empty");
        }
        requirePositive("classes", classes);
        requirePositive("steps", steps);
        requirePositive("features", features);
    }

    /** What a network for these data has to fit, as architectures call it. */
    public Map<String, Long> sizes() {
        return Map.of("timeSteps", steps, "features", features, "classes", (long) classes);
    }

    private static void requirePositive(String component, long value) {
        if (value < 1) {
            throw new InvalidInputException(component + " must be at least 1, was " + value);
        }
    }
}
