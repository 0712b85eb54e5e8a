package org.salient4j.framework.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.JsonDifferences;
import org.salient4j.framework.io.NpzArchive;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;

/** The file a running training keeps itself in: a model with the training's state beside it. */
final class TrainingCheckpoint {
    private static final String STATE = Checkpoint.TRAINING_STATE;
    private static final String UPDATER = "updater/";
    private static final String OBJECTIVE = "objective/";
    private static final String BEST = "best/";

    private final Path file;
    private final Network network;
    private final TrainingStep step;
    private final Seed seed;
    private final JsonNode settings;

    /**
     * @param settings all that the training depends on beside the network, in the order of messages
     */
    TrainingCheckpoint(
            Path file, Network network, TrainingStep step, Seed seed, JsonNode settings) {
        this.file = file;
        this.network = network;
        this.step = step;
        this.seed = seed;
        this.settings = settings;
    }

    /**
     * What a file gave beside the parameters and the update rule's state, which are in place.
     *
     * @param state where the training stood
     * @param best parameters of its best epoch; empty if there are none
     */
    record Restored(TrainingState state, Map<String, INDArray> best) {}

    /** Writes everything, atomically. */
    void save(TrainingState state, Map<String, INDArray> best) {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        step.update().states().forEach((name, array) -> arrays.put(UPDATER + name, array));
        ofObjective().forEach(name -> arrays.put(OBJECTIVE + name, step.parameters().get(name)));
        best.forEach((name, array) -> arrays.put(BEST + name, array));
        Checkpoint.save(
                file,
                network,
                settings,
                Provenance.now(seed, List.of()),
                arrays,
                Map.of(STATE, state));
    }

    /**
     * Reads the file into the network and the update rule.
     *
     * @throws InvalidInputException if the file is unreadable or belongs to another training;
     *     nothing is changed then
     */
    Restored restore() {
        try (NpzArchive archive = NpzArchive.open(file)) {
            if (!archive.documents().contains(STATE)) {
                throw new InvalidInputException(
                        file + " holds a finished model, no training to resume");
            }
            requireSame(Checkpoint.spec(archive, file));
            TrainingState state = archive.document(STATE, TrainingState.class);
            Map<String, INDArray> best = Checkpoint.arrays(archive, BEST);
            Map<String, INDArray> states = Checkpoint.arrays(archive, UPDATER);
            Map<String, INDArray> trained = Checkpoint.arrays(archive, OBJECTIVE);
            trained.putAll(Checkpoint.parameters(archive)); // of this very architecture
            step.parameters().assign(trained);
            step.update().restore(states);
            return new Restored(state, best);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** What is trained beside the network, which is no part of a model. */
    private List<String> ofObjective() {
        return step.parameters().names().stream()
                .filter(name -> !network.parameters().names().contains(name))
                .toList();
    }

    /** The network belongs to the settings; the file holds it once, as a model does. */
    private static JsonNode withNetwork(JsonNode settings, String name, JsonNode architecture) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        settings.fields().forEachRemaining(field -> all.set(field.getKey(), field.getValue()));
        all.put("network", name);
        all.set("architecture", architecture);
        return all;
    }

    private void requireSame(Checkpoint.Spec spec) {
        String differences =
                JsonDifferences.summary(
                        withNetwork(spec.training(), spec.network(), spec.architecture()),
                        withNetwork(
                                settings,
                                network.architecture().name(),
                                Json.tree(network.architecture())));
        if (!differences.isEmpty()) {
            throw new InvalidInputException(
                    "%s belongs to another training (%s): resume it as it began, or train into another file"
                            .formatted(file, differences));
        }
    }
}
