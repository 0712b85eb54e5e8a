package org.salient4j.benchmarks.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The fixtures of {@code golden/embedding}; see the README.txt there. */
final class Golden {
    static final int LATENTS = 6;
    static final int NEURONS = 50;

    private Golden() {}

    /** The lines of a file, cell by cell, the header first. */
    static List<String[]> lines(String file) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Golden.class.getResourceAsStream("/golden/embedding/" + file),
                                StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The columns of sample.csv whose name is the letter and a number. */
    static INDArray sample(String letter) {
        List<String[]> lines = lines("sample.csv");
        int[] columns =
                IntStream.range(0, lines.get(0).length)
                        .filter(i -> lines.get(0)[i].matches(letter + "\\d+"))
                        .toArray();
        return Nd4j.createFromArray(
                lines.stream()
                        .skip(1)
                        .map(
                                cells ->
                                        Arrays.stream(columns)
                                                .mapToDouble(i -> Double.parseDouble(cells[i]))
                                                .toArray())
                        .toArray(double[][]::new));
    }

    /** A value of quality.csv. */
    static double quality(String quantity) {
        return lines("quality.csv").stream()
                .filter(cells -> cells[0].equals(quantity))
                .mapToDouble(cells -> Double.parseDouble(cells[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no golden " + quantity));
    }

    /** A map of maps.csv. */
    static double[][] map(String lambda, String method) {
        return lines("maps.csv").stream()
                .filter(cells -> cells[0].equals(lambda) && cells[1].equals(method))
                .map(
                        cells ->
                                Arrays.stream(cells)
                                        .skip(3)
                                        .mapToDouble(Double::parseDouble)
                                        .toArray())
                .toArray(double[][]::new);
    }

    /** Latents 0-2 drive all neurons, 3-5 the neurons from 25. */
    static boolean[][] truth() {
        boolean[][] truth = new boolean[LATENTS][NEURONS];
        for (int j = 0; j < LATENTS; j++) {
            Arrays.fill(truth[j], j < LATENTS / 2 ? 0 : NEURONS / 2, NEURONS, true);
        }
        return truth;
    }
}
