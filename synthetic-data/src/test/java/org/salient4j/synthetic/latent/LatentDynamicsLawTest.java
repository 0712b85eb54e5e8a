package org.salient4j.synthetic.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recordings have the law of an independent program; see golden/latent-dynamics/README.txt. */
class LatentDynamicsLawTest {

    private static final int SEEDS = 6;
    private static final int SAMPLES = 2000;
    private static final int FIRST_NEURONS = 25;

    private record Law(String config, String statistic, int seeds, double mean, double deviation) {}

    @ParameterizedTest
    @ValueSource(strings = {"default", "nearly_linear", "two_layers"})
    void should_have_the_law_of_the_reference(String config) {
        LatentDynamics dynamics =
                switch (config) {
                    case "default" -> new LatentDynamics();
                    case "nearly_linear" -> new LatentDynamics(3, 3, 25, 25, .2, 3, .8, 0);
                    default -> new LatentDynamics(2, 3, 25, 25, .3, 2, 1.5, .1);
                };
        Map<String, DescriptiveStatistics> ours = new LinkedHashMap<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            LatentRecording drawn = dynamics.generate(SAMPLES, new SplittableRandom(seed));
            statistics(drawn)
                    .forEach(
                            (name, value) ->
                                    ours.computeIfAbsent(name, key -> new DescriptiveStatistics())
                                            .addValue(value));
        }
        List<Law> laws = laws().stream().filter(law -> law.config().equals(config)).toList();
        assertThat(laws).hasSize(ours.size()).hasSize(15);
        for (Law law : laws) {
            double error = law.deviation() * Math.sqrt(1d / law.seeds() + 1d / SEEDS);
            assertThat(ours.get(law.statistic()).getMean())
                    .as(law.statistic())
                    .isCloseTo(law.mean(), within(4 * error));
            // Six recordings tell the spread to a third of itself.
            assertThat(ours.get(law.statistic()).getStandardDeviation())
                    .as("spread of " + law.statistic())
                    .isBetween(law.deviation() / 4, law.deviation() * 2.2);
        }
    }

    @Test
    void should_tell_another_law_apart() {
        Map<String, Double> other =
                statistics(
                        new LatentDynamics(3, 3, 25, 25, .3, 3, 1.2, 0)
                                .generate(SAMPLES, new SplittableRandom(1)));
        Law condition =
                laws().stream()
                        .filter(law -> law.statistic().equals("log_cond_median"))
                        .findFirst()
                        .orElseThrow();
        assertThat(other.get("log_cond_median"))
                .isLessThan(condition.mean() - 3 * condition.deviation());
    }

    private static Map<String, Double> statistics(LatentRecording recording) {
        double[][] z = recording.latents().toDoubleMatrix();
        double[][] x = recording.neurons().toDoubleMatrix();
        double[][] x2 = columns(x, FIRST_NEURONS, x[0].length);
        Map<String, Double> values = new LinkedHashMap<>();
        dynamics(z, values);
        derivative(recording, values);
        values.put("r2_x_from_z", r2(z, x));
        values.put("r2_z_from_x", r2(x, z));
        values.put("r2_x2_from_z", r2(z, x2));
        values.put("r2_x2_from_z1", r2(columns(z, 0, 3), x2));
        double[] all = recording.neurons().data().asDouble();
        values.put("abs_x", Arrays.stream(all).map(Math::abs).average().orElseThrow());
        values.put("kurtosis", Arrays.stream(all).map(v -> v * v * v * v).average().orElseThrow());
        return values;
    }

    private static void dynamics(double[][] z, Map<String, Double> values) {
        int latents = z[0].length;
        double variance = 0;
        double lag = 0;
        DescriptiveStatistics steps = new DescriptiveStatistics();
        for (int j = 0; j < latents; j++) {
            double mean = 0;
            for (double[] row : z) {
                mean += row[j] / z.length;
            }
            double squares = 0;
            double products = 0;
            for (int t = 0; t < z.length; t++) {
                squares += (z[t][j] - mean) * (z[t][j] - mean);
                if (t > 0) {
                    products += (z[t][j] - mean) * (z[t - 1][j] - mean);
                    steps.addValue(z[t][j] - z[t - 1][j]);
                }
            }
            variance += squares / z.length / latents;
            lag += products / squares / latents;
        }
        values.put("z_variance", variance);
        values.put("z_lag1", lag);
        values.put("step_sd", Math.sqrt(steps.getPopulationVariance()));
    }

    private static void derivative(LatentRecording recording, Map<String, Double> values) {
        DescriptiveStatistics largest = new DescriptiveStatistics();
        DescriptiveStatistics smallest = new DescriptiveStatistics();
        DescriptiveStatistics condition = new DescriptiveStatistics();
        DescriptiveStatistics first = new DescriptiveStatistics();
        DescriptiveStatistics second = new DescriptiveStatistics();
        for (int t = 0; t < recording.samples(); t += 20) {
            double[][] jacobian = recording.jacobian(t);
            RealMatrix matrix = new Array2DRowRealMatrix(jacobian, false);
            double[] squared =
                    new EigenDecomposition(matrix.transpose().multiply(matrix))
                            .getRealEigenvalues();
            Arrays.sort(squared);
            largest.addValue(Math.sqrt(squared[squared.length - 1]));
            smallest.addValue(Math.sqrt(squared[0]));
            condition.addValue(Math.sqrt(squared[squared.length - 1] / squared[0]));
            first.addValue(squaredNorm(Arrays.copyOf(jacobian, FIRST_NEURONS)));
            second.addValue(
                    squaredNorm(Arrays.copyOfRange(jacobian, FIRST_NEURONS, jacobian.length)));
        }
        double[] sorted = condition.getSortedValues();
        double position = .95 * (sorted.length - 1);
        int below = (int) position;
        double high = sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
        values.put("log_cond_median", Math.log(condition.getPercentile(50)));
        values.put("log_cond_95", Math.log(high));
        values.put("log_s_max", Math.log(largest.getPercentile(50)));
        values.put("log_s_min", Math.log(smallest.getPercentile(50)));
        values.put("fro2_n1", first.getMean());
        values.put("fro2_n2", second.getMean());
    }

    private static double squaredNorm(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum;
    }

    private static double[][] columns(double[][] rows, int start, int end) {
        return Arrays.stream(rows)
                .map(row -> Arrays.copyOfRange(row, start, end))
                .toArray(double[][]::new);
    }

    /** R² of least squares with intercept, mean over the columns of y. */
    private static double r2(double[][] x, double[][] y) {
        double[][] design = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            design[t] = Arrays.copyOf(x[t], x[t].length + 1);
            design[t][x[t].length] = 1;
        }
        RealMatrix a = new Array2DRowRealMatrix(design, false);
        RealMatrix b = new Array2DRowRealMatrix(y, false);
        RealMatrix residual = b.subtract(a.multiply(new QRDecomposition(a).getSolver().solve(b)));
        double sum = 0;
        for (int k = 0; k < y[0].length; k++) {
            double variance = new DescriptiveStatistics(b.getColumn(k)).getPopulationVariance();
            double left = new DescriptiveStatistics(residual.getColumn(k)).getPopulationVariance();
            sum += (1 - left / variance) / y[0].length;
        }
        return sum;
    }

    private static List<Law> laws() {
        String file = "/golden/latent-dynamics/law.csv";
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                LatentDynamicsLawTest.class.getResourceAsStream(file),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(
                            cells ->
                                    new Law(
                                            cells[0],
                                            cells[1],
                                            Integer.parseInt(cells[2]),
                                            Double.parseDouble(cells[3]),
                                            Double.parseDouble(cells[4])))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
