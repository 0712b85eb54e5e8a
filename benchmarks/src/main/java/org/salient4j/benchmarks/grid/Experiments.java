package org.salient4j.benchmarks.grid;

import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.registry.Registry;

/** The registered experiments. */
public final class Experiments {

    private Experiments() {}

    /** The experiments with their default settings, by name. */
    // A class literal knows no type arguments; cells and results are the experiment's own matter.
    @SuppressWarnings("rawtypes")
    public static Registry<Experiment> registry() {
        return Registry.of(Experiment.class, Experiment::name);
    }

    /**
     * The experiment of a card: what a worker that shares no memory with the run computes.
     *
     * @throws InvalidInputException if no experiment has the name, or the settings are not its own
     */
    public static Experiment<?, ?> of(ExperimentCard card) {
        Experiment<?, ?> defaults = registry().get(card.experiment());
        return Json.convert(
                card.settings(), defaults.getClass(), "settings of " + card.experiment());
    }
}
