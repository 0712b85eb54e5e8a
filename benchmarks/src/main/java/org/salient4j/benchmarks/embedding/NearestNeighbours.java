package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * Reads labels from an embedding: the prediction is the mean label of the k nearest training
 * samples.
 *
 * <p>Sees more than linear relations, and needs no training of its own. Of equally near samples the
 * earlier one counts. Give an angle as cosine and sine: the mean of 1 and 359 degrees is not 180.
 * The time is training samples times test samples; the memory is that of the data.
 *
 * @param neighbours k, at least 1
 * @param distance which samples are near
 */
public record NearestNeighbours(int neighbours, NeighbourDistance distance) {

    /** Checks the options. */
    public NearestNeighbours {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, was " + neighbours);
        }
        if (distance == null) {
            throw new IllegalArgumentException("distance must be given, was null");
        }
    }

    /**
     * Decodes the labels of the test samples from those of the training samples.
     *
     * @param embedding numbers, [T, C], in order of time
     * @param labels numbers, [T, q]
     * @param split which samples to learn from
     * @throws InvalidInputException if the samples differ, there are fewer training samples than
     *     neighbours, or a value is not finite
     */
    public Decoding decode(INDArray embedding, INDArray labels, TimeSplit split) {
        double[][] points = MatrixRows.of("embedding", embedding);
        double[][] y = MatrixRows.of("labels", labels);
        MatrixRows.requireSameRows("embedding", points, "labels", y);
        int train = split.trainSamples(points.length);
        int start = split.testStart(points.length);
        if (train < neighbours) {
            throw new InvalidInputException(
                    "%d neighbours need as many training samples, had %d"
                            .formatted(neighbours, train));
        }
        if (distance == NeighbourDistance.COSINE) {
            Arrays.setAll(points, t -> normalised(points[t]));
        }
        double[][] expected = Arrays.copyOfRange(y, start, y.length);
        double[][] predicted = new double[expected.length][];
        for (int t = 0; t < predicted.length; t++) {
            predicted[t] = meanLabel(nearest(points, train, points[start + t]), y);
        }
        return decoding(train, expected, predicted);
    }

    /** The k nearest of the first {@code train} points. */
    private int[] nearest(double[][] points, int train, double[] to) {
        int[] nearest = new int[neighbours];
        double[] distances = new double[neighbours];
        for (int candidate = 0; candidate < train; candidate++) {
            double far = far(points[candidate], to);
            int place = Math.min(candidate, neighbours - 1);
            if (candidate < neighbours || far < distances[place]) {
                while (place > 0 && far < distances[place - 1]) {
                    distances[place] = distances[place - 1];
                    nearest[place] = nearest[place - 1];
                    place--;
                }
                distances[place] = far;
                nearest[place] = candidate;
            }
        }
        return nearest;
    }

    /** A number that grows with the distance. */
    private double far(double[] a, double[] b) {
        double sum = 0;
        if (distance == NeighbourDistance.COSINE) {
            for (int i = 0; i < a.length; i++) {
                sum -= a[i] * b[i];
            }
        } else {
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
        }
        return sum;
    }

    private static double[] normalised(double[] point) {
        double norm = Math.sqrt(Arrays.stream(point).map(value -> value * value).sum());
        return norm == 0 ? point : Arrays.stream(point).map(value -> value / norm).toArray();
    }

    private static double[] meanLabel(int[] samples, double[][] labels) {
        double[] mean = new double[labels[0].length];
        for (int sample : samples) {
            for (int label = 0; label < mean.length; label++) {
                mean[label] += labels[sample][label] / samples.length;
            }
        }
        return mean;
    }

    private static Decoding decoding(int train, double[][] expected, double[][] predicted) {
        int labels = expected[0].length;
        double[] distances = new double[expected.length];
        double[] medians = new double[labels];
        double[] r2 = new double[labels];
        for (int label = 0; label < labels; label++) {
            double[] errors = new double[expected.length];
            for (int t = 0; t < errors.length; t++) {
                errors[t] = Math.abs(expected[t][label] - predicted[t][label]);
                distances[t] = Math.hypot(distances[t], errors[t]);
            }
            medians[label] = new Median().evaluate(errors);
            r2[label] = Determination.of(expected, predicted, label);
        }
        return new Decoding(
                train,
                expected.length,
                new Median().evaluate(distances),
                medians,
                r2,
                Determination.mean(r2));
    }
}
