package org.salient4j.benchmarks.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Tables 3 and 4 of the paper: test accuracies of image classifiers, and the area below the
 * accuracy of the digits' network as its most salient pixels are removed. Means of 5 runs without
 * any spread; table 4 does not say what replaces a pixel, nor its unit.
 */
public final class PublishedImages {
    /** Trainings as the tables name them. */
    public enum Training {
        /** Cross-entropy only. */
        TRADITIONAL("Traditional"),
        /** Saliency guided from the start. */
        SALIENCY_GUIDED("SaliencyGuided"),
        /** Traditional, then saliency guided. */
        FINE_TUNED("FineTuned");

        private final String column;

        Training(String column) {
            this.column = column;
        }
    }

    private static final Map<String, Double> VALUES = new HashMap<>();

    static {
        read("table03_vision.csv");
        read("table04_mnist_finetune_auc.csv");
    }

    private PublishedImages() {}

    private static void read(String file) {
        try (InputStream in = PublishedImages.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().skip(1).toList()) {
                String[] fields = line.split(",", -1);
                VALUES.put(key(fields[1], fields[6], fields[7]), Double.parseDouble(fields[8]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String dataset, String training, String metric) {
        return String.join(" ", dataset, training, metric);
    }

    /**
     * Test accuracy, table 3.
     *
     * @param dataset our name; {@code mnist} alone is one of the paper's here
     * @param network our name
     * @return in [0, 1]; empty if it was not published
     */
    public static OptionalDouble accuracy(String dataset, String network, Training training) {
        OptionalDouble percent = find(dataset, network, training, "test_accuracy_pct");
        return percent.isPresent()
                ? OptionalDouble.of(percent.getAsDouble() / 100)
                : OptionalDouble.empty();
    }

    /**
     * Area of the gradient, table 4.
     *
     * @param dataset our name
     * @param network our name
     * @return accuracy in per cent times removed pixels in per cent; empty if it was not published
     */
    public static OptionalDouble area(String dataset, String network, Training training) {
        return find(dataset, network, training, "AUC_accuracy_drop");
    }

    private static OptionalDouble find(
            String dataset, String network, Training training, String metric) {
        boolean ours = dataset.equals("mnist") && network.equals("mnist-cnn");
        Double value = ours ? VALUES.get(key("MNIST", training.column, metric)) : null;
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
