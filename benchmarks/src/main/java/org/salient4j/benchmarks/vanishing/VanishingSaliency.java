package org.salient4j.benchmarks.vanishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Networks;
import org.salient4j.synthetic.BoxPosition;

/**
 * Does the saliency of a recurrent network vanish where its evidence lies early (Ismail et al.,
 * NeurIPS 2019), and does saliency guided training make it independent of the location (NeurIPS
 * 2021, figure 6)? Positions × trainings × networks × seeds, a training each.
 *
 * @param presets names of the presets to run
 * @param networks names of the architectures
 * @param seeds how many seeds, 1, 2, …
 * @param changes what is set otherwise than the presets have it: component of {@link
 *     VanishingSetup} ({@code hidden}, {@code options.epochs}) to value
 */
public record VanishingSaliency(
        List<String> presets, List<String> networks, int seeds, Map<String, String> changes)
        implements Experiment<VanishingCell, VanishingResult> {
    /** Name of the experiment. */
    public static final String NAME = "vanishing-saliency";

    /** The full experiment: every published and the learnable preset, both LSTMs, 5 seeds. */
    public VanishingSaliency() {
        this(List.of("learnable", "matched", "ica2019"), List.of("lstm", "lstm-input-cell"), 5);
    }

    /** These presets as they are. */
    public VanishingSaliency(List<String> presets, List<String> networks, int seeds) {
        this(presets, networks, seeds, Map.of());
    }

    /** Validates the names. */
    public VanishingSaliency {
        presets = List.copyOf(presets);
        networks = List.copyOf(networks);
        changes = changes == null ? Map.of() : Map.copyOf(changes);
        networks.forEach(Networks.registry()::get);
        if (presets.isEmpty() || networks.isEmpty()) {
            throw new InvalidInputException("at least one preset and one network are needed");
        }
        if (seeds < 1) {
            throw new InvalidInputException("seeds must be at least 1, was " + seeds);
        }
        for (String preset : presets) {
            setup(preset, changes);
        }
    }

    /** The small form: one network, one preset, three seeds. */
    public static VanishingSaliency quick() {
        return new VanishingSaliency(List.of("quick"), List.of("lstm"), 3);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<VanishingCell> cellType() {
        return VanishingCell.class;
    }

    @Override
    public Class<VanishingResult> resultType() {
        return VanishingResult.class;
    }

    @Override
    public List<VanishingCell> cells() {
        List<VanishingCell> cells = new ArrayList<>();
        for (String preset : presets) {
            VanishingSetup setup = setup(preset, changes);
            for (long seed : LongStream.rangeClosed(1, seeds).toArray()) {
                for (String network : networks) {
                    for (BoxPosition position : BoxPosition.values()) {
                        BoxedSeries series =
                                BoxedSeries.of(
                                        VanishingPreset.named(preset).positions().at(position));
                        for (TrainingKind training : TrainingKind.values()) {
                            cells.add(
                                    new VanishingCell(
                                            preset, position, series, network, training, seed,
                                            setup));
                        }
                    }
                }
            }
        }
        return cells;
    }

    @Override
    public VanishingResult run(VanishingCell cell, CellContext context) throws Exception {
        return new VanishingTraining(cell).run(context);
    }

    private static VanishingSetup setup(String preset, Map<String, String> changes) {
        VanishingSetup setup = VanishingPreset.named(preset).setup();
        return changes.isEmpty()
                ? setup
                : Json.withSettings(setup, "preset '" + preset + "'", changes);
    }
}
