package org.salient4j.framework.contrastive;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.DataDigest;
import org.salient4j.framework.graph.HostArray;

/**
 * A recording of many channels over time, with continuous labels of every step if there are some:
 * neurons and behaviour. It may consist of trials that follow each other in the arrays but not in
 * time.
 *
 * @param x [T, n], FLOAT or DOUBLE, steps by neurons
 * @param labels [T, k]; null if there are none
 * @param trials the first step of every trial, from 0, increasing; one trial is the usual case
 */
public record NeuralRecording(INDArray x, INDArray labels, int[] trials) {

    /**
     * Validates.
     *
     * @throws InvalidInputException if labels and data differ in length, a value is not finite, a
     *     column is the same at every step, or trials are not in order
     */
    public NeuralRecording {
        requireColumns("data", x);
        if (labels != null) {
            requireColumns("labels", labels);
            if (labels.size(0) != x.size(0)) {
                throw new InvalidInputException(
                        "expected a row of labels for every step of the data, found %d and %d rows"
                                .formatted(labels.size(0), x.size(0)));
            }
        }
        trials = trials.clone();
        boolean ordered = trials.length > 0 && trials[0] == 0;
        for (int i = 1; i < trials.length; i++) {
            ordered &= trials[i] > trials[i - 1];
        }
        if (!ordered || trials[trials.length - 1] >= x.size(0)) {
            throw new InvalidInputException(
                    "first steps of trials must begin with 0 and increase below %d, were %s"
                            .formatted(x.size(0), Arrays.toString(trials)));
        }
    }

    /** One trial without labels. */
    public NeuralRecording(INDArray x) {
        this(x, null, new int[] {0});
    }

    /** One trial. */
    public NeuralRecording(INDArray x, INDArray labels) {
        this(x, labels, new int[] {0});
    }

    private static void requireColumns(String what, INDArray array) {
        if (array.rank() != 2 || array.size(0) < 2) {
            throw new InvalidInputException(
                    "%s must be [steps, columns] with at least two steps, found %s"
                            .formatted(what, Arrays.toString(array.shape())));
        }
        double[] values = HostArray.doubles(array);
        int columns = (int) array.size(1);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidInputException(
                        "%s must be finite, found %s at step %d, column %d"
                                .formatted(what, values[i], i / columns, i % columns));
            }
        }
        List<Integer> constant = constant(values, columns);
        if (!constant.isEmpty()) {
            throw new InvalidInputException(
                    "%d of %d columns of the %s never change (%s): leave them out"
                            .formatted(
                                    constant.size(),
                                    columns,
                                    what,
                                    constant.size() > 5
                                            ? constant.subList(0, 5) + ", …"
                                            : constant.toString()));
        }
    }

    private static List<Integer> constant(double[] values, int columns) {
        boolean[] varies = new boolean[columns];
        for (int i = columns; i < values.length; i++) {
            varies[i % columns] |= values[i] != values[i % columns];
        }
        return IntStream.range(0, columns).filter(c -> !varies[c]).boxed().toList();
    }

    /** T. */
    public int steps() {
        return (int) x.size(0);
    }

    /** n. */
    public int neurons() {
        return (int) x.size(1);
    }

    /** k; 0 if there are no labels. */
    public int labelColumns() {
        return labels == null ? 0 : (int) labels.size(1);
    }

    /** The same with first steps of trials. */
    public NeuralRecording withTrials(int... firstSteps) {
        return new NeuralRecording(x, labels, firstSteps);
    }

    /** A digest of all that a training reads. */
    String digest() {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        arrays.put("x", x);
        arrays.put("trials", Nd4j.createFromArray(trials));
        if (labels != null) {
            arrays.put("labels", labels);
        }
        return DataDigest.of(arrays);
    }
}
