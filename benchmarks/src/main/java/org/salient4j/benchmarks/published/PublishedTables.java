package org.salient4j.benchmarks.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Tables 2 and 7 to 11 of the paper: accuracies, and Diff(AUP) and Diff(AUR) of six methods on ten
 * data sets and four networks, in our names. The tables carry means of 5 runs without any spread,
 * three decimals, accuracies whole per cents.
 */
public final class PublishedTables {
    /** The data set of table 2: the mean over the ten. */
    public static final String MEAN = "mean";

    /** The metric of table 7. */
    public static final String ACCURACY = "accuracy";

    private static final List<String> FILES =
            List.of(
                    "table02_timeseries_mean",
                    "table07_accuracy",
                    "table08_lstm",
                    "table09_lstm_inputcell",
                    "table10_tcn",
                    "table11_transformer");
    private static final Map<String, String> NETWORKS =
            Map.of(
                    "LSTM", "lstm",
                    "LSTM+InputCellAttention", "lstm-input-cell",
                    "TCN", "tcn",
                    "Transformer", "transformer");
    private static final Map<String, String> METHODS =
            Map.of(
                    "Gradient", "gradient",
                    "Integrated Gradient", "integrated-gradients",
                    "DeepLIFT", "deep-lift",
                    "Gradient SHAP", "gradient-shap",
                    "DeepSHAP", "deep-shap",
                    "SmoothGrad", "smooth-grad",
                    "", "");
    private static final Map<String, String> METRICS =
            Map.of("Diff(AUP)", "aup", "Diff(AUR)", "aur", "test_accuracy_pct", ACCURACY);

    private static final List<PublishedValue> VALUES =
            FILES.stream().flatMap(file -> read(file).stream()).toList();

    private static final Map<List<Object>, PublishedValue> BY_PLACE =
            VALUES.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    v ->
                                            List.of(
                                                    v.dataset(),
                                                    v.network(),
                                                    v.saliencyGuided(),
                                                    v.method(),
                                                    v.metric()),
                                    v -> v));

    private PublishedTables() {}

    /** Every number, in the order of the tables. */
    public static List<PublishedValue> values() {
        return VALUES;
    }

    /**
     * One number.
     *
     * @param dataset our name, or {@link #MEAN}
     * @param network our name
     * @param saliencyGuided the training
     * @param method our name; empty for an accuracy
     * @param metric our name, or {@link #ACCURACY}
     * @return empty if it was not published
     */
    public static Optional<PublishedValue> find(
            String dataset, String network, boolean saliencyGuided, String method, String metric) {
        return Optional.ofNullable(
                BY_PLACE.get(List.of(dataset, network, saliencyGuided, method, metric)));
    }

    /**
     * The share of cells that the paper masked for a network on a data set, from tables 8 to 11.
     * How it was chosen was not published; it runs from 2 % to 90 %.
     *
     * @return empty for a data set or network that the paper does not have
     */
    public static OptionalDouble maskedFraction(String network, String dataset) {
        return VALUES.stream()
                .filter(v -> v.network().equals(network) && v.dataset().equals(dataset))
                .mapToDouble(PublishedValue::maskedFraction)
                .filter(k -> !Double.isNaN(k))
                .findFirst();
    }

    /** The same, and half of the cells where the paper has no number. */
    public static double usualFraction(String network, String dataset) {
        return maskedFraction(network, dataset).orElse(0.5);
    }

    private static List<PublishedValue> read(String file) {
        List<PublishedValue> values = new ArrayList<>();
        for (String line : text(file + ".csv").lines().skip(1).toList()) {
            String[] fields = line.split(",", -1);
            String metric = METRICS.get(fields[7]);
            double number = Double.parseDouble(fields[8]);
            values.add(
                    new PublishedValue(
                            Integer.parseInt(fields[0]),
                            fields[1].startsWith("mean") ? MEAN : kebab(fields[1]),
                            NETWORKS.get(fields[2]),
                            fields[3].isEmpty() ? Double.NaN : percent(fields[3]),
                            METHODS.get(fields[5]),
                            fields[6].equals("SaliencyGuided"),
                            metric,
                            metric.equals(ACCURACY) ? number / 100 : number));
        }
        return values;
    }

    private static double percent(String text) {
        return Double.parseDouble(text.replace("%", "")) / 100;
    }

    /** MovingRareTime is moving-rare-time. */
    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String text(String resource) {
        try (InputStream in = PublishedTables.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
