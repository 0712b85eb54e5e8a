package org.salient4j.synthetic;

import java.util.random.RandomGenerator;

/**
 * Independent standard normal cells, {@code x ~ N(0, 1)}; the cells of a box are drawn anew from
 * {@code N(shift, 1)}.
 *
 * <p>The background of the published experiments. Nothing but the box tells anything, so an exact
 * truth is known; for backgrounds with structure in time use the other processes.
 */
public record Gaussian() implements BaseProcess {

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public String description() {
        return "independent standard normal cells";
    }

    @Override
    public void fill(double[] x, SeriesSize size, RandomGenerator random) {
        for (int i = 0; i < size.cells(); i++) {
            x[i] = random.nextGaussian();
        }
    }

    @Override
    public void shift(double[] x, SeriesSize size, Box box, double shift, RandomGenerator random) {
        for (int t = box.timeStart(); t < box.timeEnd(); t++) {
            for (int f = box.featureStart(); f < box.featureEnd(); f++) {
                x[t * size.features() + f] = shift + random.nextGaussian();
            }
        }
    }
}
