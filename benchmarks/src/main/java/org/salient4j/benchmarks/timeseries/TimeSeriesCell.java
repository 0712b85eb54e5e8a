package org.salient4j.benchmarks.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import org.salient4j.benchmarks.measurement.TrainingKind;

/**
 * One training of the benchmark, with everything its result depends on.
 *
 * @param dataset name of the layout
 * @param process name of the process that generates the series before the boxes
 * @param network name of the architecture
 * @param training how it is trained
 * @param maskedFraction k of saliency guided training; 0 in standard training
 * @param seed seed of data, start values, training and attribution; the same data for every network
 *     and training of a seed
 * @param architecture all settings of the network
 * @param setup sizes, training options and attribution methods
 */
public record TimeSeriesCell(
        String dataset,
        String process,
        String network,
        TrainingKind training,
        double maskedFraction,
        long seed,
        JsonNode architecture,
        TimeSeriesSetup setup) {}
