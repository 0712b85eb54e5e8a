package org.salient4j.synthetic;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Draws synthetic data sets.
 *
 * <p>Each sample draws its label, 0 or 1 with equal chance, then its place, background and class.
 * The same spec and an equally seeded generator give bit-equal data. The parts are drawn from
 * generators of their own, so the training samples do not depend on how many validation or test
 * samples are asked for.
 */
public final class DatasetGenerator {

    private DatasetGenerator() {}

    /**
     * Draws a data set.
     *
     * @param spec what to draw
     * @param random source of randomness; three numbers are taken from it
     */
    public static SyntheticDataset generate(SyntheticSpec spec, RandomGenerator random) {
        Require.present("spec", spec);
        Require.present("random", random);
        RandomGenerator trainRandom = new SplittableRandom(random.nextLong());
        RandomGenerator validationRandom = new SplittableRandom(random.nextLong());
        RandomGenerator testRandom = new SplittableRandom(random.nextLong());
        RawSeries train = RawSeries.draw(spec, spec.train(), trainRandom);
        CellScaler scaler = train.fit(spec.scaling());
        return new SyntheticDataset(
                spec,
                train.scaled(scaler, spec.dataType()),
                validation(spec, scaler, validationRandom),
                RawSeries.draw(spec, spec.test(), testRandom).scaled(scaler, spec.dataType()),
                scaler);
    }

    private static Optional<LabelledSeries> validation(
            SyntheticSpec spec, CellScaler scaler, RandomGenerator random) {
        if (spec.validation() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                RawSeries.draw(spec, spec.validation(), random).scaled(scaler, spec.dataType()));
    }

    /**
     * Draws series of the background alone, without a class in them: what masked cells are replaced
     * by when the accuracy on masked series is measured.
     *
     * @param spec which background, in which size and type
     * @param scaler the scaler of the data set, {@link SyntheticDataset#scaler()}
     * @param samples how many series, at least 1
     * @param random source of randomness
     * @return scaled series, {@code [samples, T, F]}
     * @throws IllegalArgumentException if samples is below 1 or the scaler is of another size
     */
    public static INDArray background(
            SyntheticSpec spec, CellScaler scaler, int samples, RandomGenerator random) {
        Require.atLeast(1, "samples", samples);
        if (!scaler.size().equals(spec.size())) {
            throw new IllegalArgumentException(
                    String.format(
                            "scaler must be of %s series, was of %s", spec.size(), scaler.size()));
        }
        SeriesSize size = spec.size();
        double[] x = new double[Math.multiplyExact(samples, size.cells())];
        double[] sample = new double[size.cells()];
        for (int n = 0; n < samples; n++) {
            spec.process().fill(sample, size, random);
            System.arraycopy(sample, 0, x, n * sample.length, sample.length);
        }
        scaler.applyInPlace(x);
        return SeriesArrays.of(x, spec.dataType(), samples, size.timeSteps(), size.features());
    }
}
