package org.salient4j.benchmarks.images;

import java.util.Map;

/**
 * Where the time of a cell went, wall time in seconds; the only part of a result that differs from
 * run to run.
 *
 * @param standard the standard training that a fine-tuned network starts from; 0 for others
 * @param training the training; of a fine-tuned network the second one
 * @param methods each method on its images
 */
public record ImageSeconds(double standard, double training, Map<String, Double> methods) {

    /** All training. */
    public double trained() {
        return standard + training;
    }
}
