package org.salient4j.benchmarks.metrics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * The saliency maps and truth masks of N samples, and what several metrics need of them.
 *
 * <p>The signed attributions become magnitudes, and each sample's magnitudes are min-max scaled to
 * [0, 1] over its own cells; a constant map becomes all zeros. A sample's cells are sorted at most
 * once, when the first metric asks for its {@link #ranking}. All dimensions after the first are
 * flattened in C order: a series of T steps and F features has D = T * F cells.
 *
 * <p>Contexts copy what they are given. They may be read by several threads: what is computed late
 * is at worst computed twice, with the same result.
 */
public final class MetricContext {
    private final int[] sampleShape;
    private final double[][] magnitude;
    private final double[][] saliency;
    private final boolean[][] truth;
    private final boolean[] scorable;
    private final Ranking[] rankings;
    private volatile MassCurves massCurves;

    private MetricContext(int[] sampleShape, double[][] magnitude, boolean[][] truth) {
        this.sampleShape = sampleShape;
        this.magnitude = magnitude;
        this.truth = truth;
        int samples = magnitude.length;
        this.saliency = new double[samples][];
        this.scorable = new boolean[samples];
        this.rankings = new Ranking[samples];
        for (int sample = 0; sample < samples; sample++) {
            saliency[sample] = Rescaling.rescale(magnitude[sample]);
            scorable[sample] = Rescaling.hasMass(saliency[sample]) && hasTrue(truth[sample]);
        }
    }

    /**
     * Takes attributions and truth masks as arrays.
     *
     * @param attributions signed, as the method returned them, shape [N, ...], for series [N, T, F]
     * @param truth the same shape; boolean, or of numbers that are all 0 or 1
     * @return the context
     * @throws InvalidInputException if the shapes differ, a sample has fewer than 2 cells, an
     *     attribution is not finite, or a truth value is neither 0 nor 1
     */
    public static MetricContext of(INDArray attributions, INDArray truth) {
        return ArrayConversion.context(attributions, truth);
    }

    /**
     * Takes flattened attributions and truth masks.
     *
     * @param attributions [N][D], signed
     * @param truth [N][D]
     * @return the context, whose samples have the shape [D]
     * @throws InvalidInputException if the shapes differ, a sample has fewer than 2 cells, or an
     *     attribution is not finite
     */
    public static MetricContext of(double[][] attributions, boolean[][] truth) {
        if (attributions.length == 0) {
            throw new InvalidInputException("attributions hold no sample");
        }
        boolean[][] truthCopy = new boolean[truth.length][];
        for (int sample = 0; sample < truth.length; sample++) {
            truthCopy[sample] = truth[sample].clone();
        }
        return of(new int[] {attributions[0].length}, attributions, truthCopy);
    }

    /** Takes ownership of {@code truth}, copies {@code attributions}. */
    static MetricContext of(int[] sampleShape, double[][] attributions, boolean[][] truth) {
        if (attributions.length != truth.length) {
            throw new InvalidInputException(
                    "attributions hold "
                            + attributions.length
                            + " samples, truth holds "
                            + truth.length);
        }
        int cells = Arrays.stream(sampleShape).reduce(1, Math::multiplyExact);
        if (cells < 2) {
            throw new InvalidInputException("a sample must have at least 2 cells, has " + cells);
        }
        double[][] magnitude = new double[attributions.length][];
        for (int sample = 0; sample < magnitude.length; sample++) {
            requireCells("attributions", sample, attributions[sample].length, cells);
            requireCells("truth", sample, truth[sample].length, cells);
            magnitude[sample] = Rescaling.magnitudes(attributions[sample], sample);
        }
        return new MetricContext(sampleShape.clone(), magnitude, truth);
    }

    /**
     * The same truth with other attributions.
     *
     * @param attributions [N][D], signed
     * @return a new context
     */
    public MetricContext withAttributions(double[][] attributions) {
        return of(sampleShape, attributions, truth);
    }

    /**
     * The number of samples.
     *
     * @return N
     */
    public int samples() {
        return magnitude.length;
    }

    /**
     * The number of cells of a sample.
     *
     * @return D
     */
    public int cells() {
        return magnitude[0].length;
    }

    /**
     * The shape of one sample before it was flattened.
     *
     * @return [T, F] for series
     */
    public int[] sampleShape() {
        return sampleShape.clone();
    }

    /**
     * The absolute value of an attribution, as the method returned it.
     *
     * @param sample 0 to N - 1
     * @param cell 0 to D - 1
     * @return at least 0
     */
    public double magnitude(int sample, int cell) {
        return magnitude[sample][cell];
    }

    /**
     * A cell of the rescaled map.
     *
     * @param sample 0 to N - 1
     * @param cell 0 to D - 1
     * @return a value in [0, 1]; 0 everywhere in a constant map
     */
    public double saliency(int sample, int cell) {
        return saliency[sample][cell];
    }

    /**
     * Whether a cell belongs to the truth.
     *
     * @param sample 0 to N - 1
     * @param cell 0 to D - 1
     * @return the truth mask's value
     */
    public boolean isTrue(int sample, int cell) {
        return truth[sample][cell];
    }

    /**
     * Whether a sample can be scored at all: its map is not constant and its truth is not empty.
     *
     * @param sample 0 to N - 1
     * @return false when every metric must skip it
     */
    public boolean isScorable(int sample) {
        return scorable[sample];
    }

    /**
     * The cells of a sample in order of saliency, sorted at the first call.
     *
     * @param sample 0 to N - 1
     * @return the ranking
     */
    public Ranking ranking(int sample) {
        Ranking ranking = rankings[sample];
        if (ranking == null) {
            ranking = new Ranking(saliency[sample], truth[sample]);
            rankings[sample] = ranking;
        }
        return ranking;
    }

    /**
     * The precision and recall of all samples at the nine mass levels, computed at the first call.
     *
     * @return the curves
     */
    public MassCurves massCurves() {
        MassCurves curves = massCurves;
        if (curves == null) {
            curves = new MassCurves(this);
            massCurves = curves;
        }
        return curves;
    }

    /**
     * Evaluates a function on every sample that can be scored.
     *
     * @param value the value of the sample with the given index, {@code NaN} where it has none
     * @return the values, {@code NaN} also where the sample cannot be scored
     */
    public Scores scoreEach(IntToDoubleFunction value) {
        double[] values = new double[samples()];
        for (int sample = 0; sample < values.length; sample++) {
            values[sample] = scorable[sample] ? value.applyAsDouble(sample) : Double.NaN;
        }
        return Scores.ofSamples(values);
    }

    private static boolean hasTrue(boolean[] truth) {
        for (boolean value : truth) {
            if (value) {
                return true;
            }
        }
        return false;
    }

    private static void requireCells(String what, int sample, int found, int expected) {
        if (found != expected) {
            throw new InvalidInputException(
                    "%s of sample %d must have %d cells, had %d"
                            .formatted(what, sample, expected, found));
        }
    }
}
