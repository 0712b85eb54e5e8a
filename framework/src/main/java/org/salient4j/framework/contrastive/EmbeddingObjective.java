package org.salient4j.framework.contrastive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.layers.FeatureRange;
import org.salient4j.losses.EmbeddingPart;

/**
 * An objective as an {@link EmbeddingConfig} says it: which dimensions it sees, and either what it
 * takes for alike or which labels they shall become.
 *
 * @param name what its loss is called
 * @param from the first dimension it sees
 * @param to one after the last
 * @param weight of its loss; null is 1
 * @param positives name of a {@link PositiveSampler}; null for a supervised objective
 * @param settings of the sampler, such as {@code {"offset": 2}}; null for its defaults
 * @param labels columns of the labels that a supervised objective fits; null for a contrastive one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmbeddingObjective(
        String name,
        int from,
        int to,
        Double weight,
        String positives,
        ObjectNode settings,
        List<Integer> labels) {

    /** Validates what it can without the labels. */
    public EmbeddingObjective {
        if (name == null) {
            throw new InvalidInputException("an objective needs a name");
        }
        if ((positives == null) == (labels == null)) {
            throw new InvalidInputException(
                    "objective '%s' needs either positives or labels".formatted(name));
        }
        if (positives == null && settings != null) {
            throw new InvalidInputException(
                    "objective '%s' has settings, but no positives to set".formatted(name));
        }
        labels = labels == null ? null : List.copyOf(labels);
    }

    /** Whether it fits labels. */
    public boolean supervised() {
        return labels != null;
    }

    /** As a task of a contrastive training. */
    ContrastiveTask contrastive() {
        Map<String, String> text = new LinkedHashMap<>();
        ObjectNode tree = settings == null ? JsonNodeFactory.instance.objectNode() : settings;
        tree.fields()
                .forEachRemaining(
                        field ->
                                text.put(
                                        field.getKey(),
                                        field.getValue().isValueNode()
                                                ? field.getValue().asText()
                                                : field.getValue().toString()));
        return new ContrastiveTask(part(), PositiveSampler.registry().configured(positives, text));
    }

    /** As a task of a supervised training. */
    RegressionTask regression() {
        return new RegressionTask(part(), labels);
    }

    FeatureRange range() {
        return new FeatureRange(from, to);
    }

    private EmbeddingPart part() {
        return new EmbeddingPart(name, range(), weight == null ? 1 : weight, 1);
    }
}
