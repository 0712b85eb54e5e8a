package org.salient4j.benchmarks.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Tables 1 and 5 of the paper: comprehensiveness and sufficiency of three methods and of random
 * scores on three corpora of ERASER, and accuracies, in our names. Means of 5 runs without any
 * spread. The word vectors, the sizes of the network and what a word's score is were not published.
 */
public final class PublishedLanguage {
    /** The corpora. */
    public static final List<String> CORPORA = List.of("Movies", "FEVER", "e-SNLI");

    /** Comprehensiveness in table 1. */
    public static final String COMPREHENSIVENESS = "comprehensiveness";

    /** Sufficiency in table 1. */
    public static final String SUFFICIENCY = "sufficiency";

    /** The accuracy in table 5, in [0, 1]. */
    public static final String ACCURACY = "accuracy";

    /** The method of random scores, which belongs to no training. */
    public static final String RANDOM = "random";

    private static final Map<String, String> METHODS =
            Map.of(
                    "Gradient", "gradient",
                    "Integrated Gradient", "integrated-gradients",
                    "SmoothGrad", "smooth-grad",
                    "Random", RANDOM,
                    "", "");
    private static final Map<String, String> METRICS =
            Map.of(
                    "Comprehensiveness (AOPC)", COMPREHENSIVENESS,
                    "Sufficiency (AOPC)", SUFFICIENCY,
                    "test_accuracy", ACCURACY);

    private record Line(
            String corpus,
            double maskedFraction,
            String method,
            String training,
            String metric,
            double value) {}

    private static final List<Line> LINES = read("table01_eraser", "table05_language");

    private PublishedLanguage() {}

    /**
     * One number.
     *
     * @param corpus one of {@link #CORPORA}
     * @param method our name, {@link #RANDOM}, or empty for an accuracy
     * @param saliencyGuided the training; not looked at for random scores
     * @param metric one of the metrics above
     * @return empty if it was not published
     */
    public static OptionalDouble find(
            String corpus, String method, boolean saliencyGuided, String metric) {
        String training = saliencyGuided ? "SaliencyGuided" : "Traditional";
        return LINES.stream()
                .filter(line -> line.corpus().equals(corpus) && line.method().equals(method))
                .filter(line -> line.training().equals(training) || method.equals(RANDOM))
                .filter(line -> metric.equals(line.metric()))
                .mapToDouble(Line::value)
                .findFirst();
    }

    /** The share of words that the paper masked on a corpus; 0.6, that of Movies, on others. */
    public static double maskedFraction(String corpus) {
        return LINES.stream()
                .filter(line -> line.corpus().equals(corpus) && line.maskedFraction() > 0)
                .mapToDouble(Line::maskedFraction)
                .findFirst()
                .orElse(0.6);
    }

    private static List<Line> read(String... files) {
        List<Line> lines = new ArrayList<>();
        for (String file : files) {
            for (String line : text(file + ".csv").lines().skip(1).toList()) {
                String[] fields = line.split(",", -1);
                lines.add(
                        new Line(
                                fields[1],
                                fields[3].isEmpty()
                                        ? 0
                                        : Double.parseDouble(fields[3].replace("%", "")) / 100,
                                METHODS.get(fields[5]),
                                fields[6],
                                METRICS.getOrDefault(fields[7], fields[7]),
                                Double.parseDouble(fields[8])));
            }
        }
        return List.copyOf(lines);
    }

    private static String text(String resource) {
        try (InputStream in = PublishedLanguage.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
