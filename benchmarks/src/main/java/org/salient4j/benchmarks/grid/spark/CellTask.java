package org.salient4j.benchmarks.grid.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellOutcome;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.grid.Experiments;
import org.salient4j.framework.io.Json;

/**
 * What travels to a worker: texts, so that both sides only have to agree on JSON. Takes a cell and
 * gives its outcome; a cell that throws is an outcome too, so Spark tries again only what it lost.
 */
final class CellTask implements Function<String, String> {

    private static final long serialVersionUID = 1L;

    private final String card;
    private final String[] command;

    CellTask(ExperimentCard card, List<String> command) {
        this.card = Json.canonical(card);
        this.command = command.toArray(String[]::new);
    }

    @Override
    public String call(String cell) throws InterruptedException {
        return outcome(Experiments.of(Json.parse(card, ExperimentCard.class, "experiment")), cell);
    }

    private <C extends Record, R> String outcome(Experiment<C, R> experiment, String text)
            throws InterruptedException {
        JsonNode tree = Json.parse(text, JsonNode.class, "cell");
        C cell = Json.convert(tree, experiment.cellType(), "cell");
        return Json.canonical(compute(experiment, cell));
    }

    private <C extends Record, R> CellOutcome compute(Experiment<C, R> experiment, C cell)
            throws InterruptedException {
        try {
            return CellOutcome.of(experiment, cell, List.of(command), state -> {});
        } catch (InterruptedException e) {
            if (TaskContext.get().isInterrupted()) {
                throw e;
            }
            return CellFailure.of(experiment, cell, e, List.of(command));
        }
    }
}
