package org.salient4j.benchmarks.measurement;

import java.util.List;

/**
 * A saliency map as the report shows it: magnitudes scaled to the map's maximum, in 8 bits.
 *
 * @param title what it shows
 * @param steps number of time steps
 * @param features number of features
 * @param pixels base64 of steps · features bytes, step after step, 0 to 255
 * @param boxes truth boxes {first step, end step, first feature, end feature}, ends exclusive
 */
public record SaliencyPicture(
        String title, int steps, int features, String pixels, List<int[]> boxes) {}
