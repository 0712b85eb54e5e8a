package org.salient4j.benchmarks.report.xcebra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapScore;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/**
 * The encoders of one training and λ. Values come one a recording, in the order of {@code
 * recordings}, {@code NaN} where there is none.
 *
 * @param training how they were trained
 * @param lambda weight of the penalty
 * @param recordings those of the whole run
 * @param results those that are there, by recording
 */
record EncoderGroup(
        EncoderTraining training,
        double lambda,
        List<String> recordings,
        Map<String, XcebraResult> results) {

    /** Copies the collections. */
    EncoderGroup {
        recordings = List.copyOf(recordings);
        results = Map.copyOf(results);
    }

    /** For instance {@code contrastive, λ = 0.1}. */
    String title() {
        return trained() ? Words.of(training) + ", " + weight() : Words.of(training);
    }

    /** The title, and how many recordings it is of where some are missing. */
    String heading() {
        return title() + count();
    }

    /** A column of it, under the head of its training. */
    TableColumn column() {
        return trained()
                ? TableColumn.numbers(weight() + count(), "").under(Words.of(training))
                : TableColumn.numbers(heading(), "");
    }

    private boolean trained() {
        return training != EncoderTraining.UNTRAINED;
    }

    private String weight() {
        return "\u03bb = " + Words.lambda(lambda);
    }

    private String count() {
        int there = results.size();
        return there == recordings.size()
                ? ""
                : " (n = %d of %d)".formatted(there, recordings.size());
    }

    Optional<XcebraResult> result(String recording) {
        return Optional.ofNullable(results.get(recording));
    }

    Optional<MapScore> map(String recording, String method) {
        return result(recording).map(result -> result.methods().get(method));
    }

    double[] each(ToDoubleFunction<XcebraResult> value) {
        return recordings.stream()
                .mapToDouble(
                        recording ->
                                result(recording)
                                        .map(result -> value.applyAsDouble(result))
                                        .orElse(Double.NaN))
                .toArray();
    }

    double[] maps(String method, ToDoubleFunction<MapScore> value) {
        return recordings.stream()
                .mapToDouble(
                        recording ->
                                map(recording, method)
                                        .map(map -> value.applyAsDouble(map))
                                        .orElse(Double.NaN))
                .toArray();
    }

    double[] scores(String method, MapAuRoc score) {
        return maps(method, map -> Words.value(map, score));
    }
}
