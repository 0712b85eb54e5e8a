package org.salient4j.framework.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.JsonDifferences;
import org.salient4j.framework.io.NpzArchive;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;

/** The file a running training keeps itself in: a model with the training's state beside it. */
final class TrainingCheckpoint {
    private static final String STATE = "training-state";
    private static final String UPDATER = "updater/";
    private static final String BEST = "best/";

    private final Path file;
    private final Network network;
    private final ParameterUpdate update;

    TrainingCheckpoint(Path file, Network network, ParameterUpdate update) {
        this.file = file;
        this.network = network;
        this.update = update;
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
        update.states().forEach((name, array) -> arrays.put(UPDATER + name, array));
        best.forEach((name, array) -> arrays.put(BEST + name, array));
        Checkpoint.save(
                file,
                network,
                Map.of(
                        "objective", state.objective(),
                        "options", state.options(),
                        "recipe", state.recipe()),
                Provenance.now(Seed.of(state.seed()), List.of()),
                arrays,
                Map.of(STATE, state));
    }

    /**
     * Reads the file into the network and the update rule.
     *
     * @param expected the state of the training that wants to go on, at its start
     * @throws InvalidInputException if the file is unreadable or belongs to another training;
     *     nothing is changed then
     */
    Restored restore(TrainingState expected) {
        try (NpzArchive archive = NpzArchive.open(file)) {
            if (!archive.documents().contains(STATE)) {
                throw new InvalidInputException(
                        file + " holds a finished model, no training to resume");
            }
            TrainingState state = archive.document(STATE, TrainingState.class);
            requireSame(state, expected);
            Network saved = Checkpoint.load(archive, file);
            if (!saved.architecture().equals(network.architecture())) {
                throw new InvalidInputException(
                        "%s trains %s, this run %s"
                                .formatted(
                                        file,
                                        Json.canonical(saved.architecture()),
                                        Json.canonical(network.architecture())));
            }
            Map<String, INDArray> best = Checkpoint.arrays(archive, BEST);
            Map<String, INDArray> states = Checkpoint.arrays(archive, UPDATER);
            network.parameters().assign(saved.parameters().snapshot());
            update.restore(states);
            return new Restored(state, best);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Tells other data of the same size apart. */
    static String checksum(Examples train, Examples validation) {
        CRC32C sum = new CRC32C();
        for (Examples examples : validation == null ? List.of(train) : List.of(train, validation)) {
            double[] values = HostArray.doubles(examples.x());
            ByteBuffer bytes = ByteBuffer.allocate(Math.max(1, values.length) * Double.BYTES);
            bytes.asDoubleBuffer().put(values);
            sum.update(bytes);
            for (int label : examples.labels()) {
                sum.update(label);
            }
        }
        return "%08x".formatted(sum.getValue());
    }

    private void requireSame(TrainingState state, TrainingState expected) {
        List<String> differences = JsonDifferences.of(description(state), description(expected));
        if (!differences.isEmpty()) {
            throw new InvalidInputException(
                    "%s belongs to another training: %s"
                            .formatted(file, String.join("; ", differences)));
        }
    }

    private static JsonNode description(TrainingState state) {
        return Json.tree(
                Map.of(
                        "objective", state.objective(),
                        "seed", state.seed(),
                        "examples", state.examples(),
                        "options", state.options(),
                        "recipe", state.recipe(),
                        "data", state.data(),
                        "listeners", state.listeners()));
    }
}
