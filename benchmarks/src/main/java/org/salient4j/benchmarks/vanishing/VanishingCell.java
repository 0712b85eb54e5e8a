package org.salient4j.benchmarks.vanishing;

import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.synthetic.BoxPosition;

/**
 * One training of the experiment, with all that its result depends on.
 *
 * @param preset name of the data sets' preset
 * @param position where in time the box lies
 * @param series the data
 * @param network name of the architecture
 * @param training how it is trained
 * @param seed seed of data, start values and training; the same data for every training of a seed
 * @param setup sizes and training options
 */
public record VanishingCell(
        String preset,
        BoxPosition position,
        BoxedSeries series,
        String network,
        TrainingKind training,
        long seed,
        VanishingSetup setup) {}
