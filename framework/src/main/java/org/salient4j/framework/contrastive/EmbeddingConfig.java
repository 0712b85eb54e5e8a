package org.salient4j.framework.contrastive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.io.Json;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.encoder.CebraModels;
import org.salient4j.layers.encoder.Encoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.losses.InfoNce;
import org.salient4j.losses.JacobianEstimator;
import org.salient4j.losses.Similarity;
import org.salient4j.losses.Temperature;

/**
 * What a user writes to have a recording embedded:
 *
 * <pre>{@code
 * {"model": "offset1-model-mse-clip-5-5",
 *  "dimension": 6,
 *  "objectives": [
 *    {"name": "time",  "from": 0, "to": 6, "positives": "time-offset", "settings": {"offset": 1}},
 *    {"name": "label", "from": 3, "to": 6, "positives": "time-delta"}],
 *  "training": {"steps": 1500, "lambda": 0.1}}
 * }</pre>
 *
 * <p>Where several objectives see an encoder that normalises, each block is normalised on its own.
 *
 * @param model a name of {@link CebraModels}
 * @param units hidden units, of models that take a number of them; null is CEBRA's default
 * @param dimension of the embedding
 * @param objectives what the dimensions shall be; none, or null: one objective for all of them, by
 *     the labels if there are some, by time if not
 * @param training what is otherwise than in {@link ContrastiveOptions}; null for nothing. What a
 *     loss does not say is a fixed temperature of 1, and cosine similarity where the encoder
 *     normalises, Euclidean where it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmbeddingConfig(
        String model,
        Integer units,
        int dimension,
        List<EmbeddingObjective> objectives,
        ObjectNode training) {

    /** Validates what it can without the data. */
    public EmbeddingConfig {
        if (model == null) {
            throw new InvalidInputException(
                    "model must name an encoder, one of " + String.join(", ", CebraModels.names()));
        }
        objectives = objectives == null ? List.of() : List.copyOf(objectives);
        long supervised = objectives.stream().filter(EmbeddingObjective::supervised).count();
        if (supervised > 0 && supervised < objectives.size()) {
            throw new InvalidInputException(
                    "objectives must all have positives or all have labels, %d of %d have labels"
                            .formatted(supervised, objectives.size()));
        }
    }

    /** Whether the embedding is fitted to labels, not contrasted. */
    public boolean supervised() {
        return objectives.stream().anyMatch(EmbeddingObjective::supervised);
    }

    /**
     * The encoder for so many neurons.
     *
     * @throws InvalidInputException if there is no such model, or the objectives' ranges do not fit
     *     it
     */
    public Encoder encoder(int neurons) {
        try {
            Encoder encoder = named(neurons, units == null ? CebraModels.DEFAULT_UNITS : units);
            // CEBRA ignores them there; nothing that somebody wrote down is ignored here.
            if (units != null && encoder.equals(named(neurons, units + 2))) {
                throw new InvalidInputException(
                        "%s takes no units, its widths follow from its dimension: leave units out"
                                .formatted(model));
            }
            if (objectives.isEmpty()) {
                return encoder;
            }
            List<FeatureRange> ranges = objectives.stream().map(EmbeddingObjective::range).toList();
            FeatureRange.requireCover(ranges, dimension);
            return normalises(encoder) && ranges.size() > 1
                    ? encoder.withHead(Head.l2Normalise(FeatureRange.blocks(ranges, dimension)))
                    : encoder;
        } catch (InvalidInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    private Encoder named(int neurons, int width) {
        return CebraModels.encoder(model, neurons, width, dimension);
    }

    /**
     * How to train.
     *
     * @throws InvalidInputException if a setting is unknown, refused, or would not be heeded
     */
    public ContrastiveOptions options() {
        ContrastiveOptions defaults = new ContrastiveOptions();
        if (normalises(encoder(1))) {
            defaults = defaults.withLoss(new InfoNce(Similarity.COSINE, Temperature.fixed(1)));
        }
        if (training == null) {
            return defaults;
        }
        if (supervised() && training.has("loss")) {
            throw new InvalidInputException(
                    "training: loss is of objectives with positives, these have labels: leave it"
                            + " out");
        }
        ObjectNode tree = (ObjectNode) Json.tree(defaults);
        List<String> known = new ArrayList<>();
        tree.fieldNames().forEachRemaining(known::add);
        training.fields()
                .forEachRemaining(
                        field -> {
                            if (!known.contains(field.getKey())) {
                                throw NearestName.unknown(
                                        "setting of training", field.getKey(), known);
                            }
                            overlay(tree, field.getKey(), field.getValue());
                        });
        ContrastiveOptions options = Json.convert(tree, ContrastiveOptions.class, "training");
        if (options.estimator() == JacobianEstimator.ADJOINT_EXACT && options.draws() > 1) {
            throw new InvalidInputException(
                    "training: the estimator adjoint-exact draws nothing: leave draws out");
        }
        return options;
    }

    /** Of what has parts, those that are not said stay. */
    private static void overlay(ObjectNode tree, String name, JsonNode value) {
        if (tree.get(name) instanceof ObjectNode parts && value instanceof ObjectNode said) {
            said.fields()
                    .forEachRemaining(field -> overlay(parts, field.getKey(), field.getValue()));
        } else {
            tree.set(name, value);
        }
    }

    /** The objectives of a contrastive training. */
    List<ContrastiveTask> contrastiveTasks(boolean labelled) {
        if (objectives.isEmpty()) {
            PositiveSampler sampler = labelled ? new TimeDelta() : new TimeOffset();
            return List.of(ContrastiveTask.of(labelled ? "label" : "time", 0, dimension, sampler));
        }
        return objectives.stream().map(EmbeddingObjective::contrastive).toList();
    }

    /** The objectives of a supervised training. */
    List<RegressionTask> regressionTasks() {
        return objectives.stream().map(EmbeddingObjective::regression).toList();
    }

    private static boolean normalises(Encoder encoder) {
        return encoder.head().form() == Head.Form.L2_NORMALISE;
    }
}
