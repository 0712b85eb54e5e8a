package org.salient4j.benchmarks.report.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.published.PublishedImages;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** How the reports of the image experiments call things. */
final class ImageWords {
    /** What means and tests are over. */
    static final String SEED = "seed";

    private ImageWords() {}

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A method with its title. */
    static String method(String name, Map<String, JsonNode> settings) {
        return name.equals(ImagesResult.RANDOM) ? "Random" : new Names(settings).title(name);
    }

    /** A replacement in words. */
    static String replacement(String name) {
        return switch (name) {
            case "corner" -> "corner pixel (IID)";
            case "mean" -> "image mean (OOD)";
            default -> name.replace(':', ' ');
        };
    }

    /** What the paper's tables call a training. */
    static PublishedImages.Training published(ImageTraining training) {
        return switch (training) {
            case STANDARD -> PublishedImages.Training.TRADITIONAL;
            case FINE_TUNED -> PublishedImages.Training.FINE_TUNED;
            case SALIENCY_GUIDED -> PublishedImages.Training.SALIENCY_GUIDED;
        };
    }

    /** A published number, or a dash. */
    static String published(OptionalDouble value, double scale, int decimals) {
        return value.isPresent()
                ? IntervalCell.number(value.getAsDouble() * scale, decimals)
                : "\u2013";
    }

    /** For instance {@code 99.12 +- 0.05}, for a terminal. */
    static String plain(double[] values, double scale, int decimals) {
        MeanInterval mean = MeanInterval.of(values);
        if (mean.count() == 0) {
            return "-";
        }
        String number = String.format(Locale.ROOT, "%." + decimals + "f", mean.mean() * scale);
        double half = (mean.upper() - mean.lower()) / 2 * scale;
        return mean.isDefined()
                ? number + String.format(Locale.ROOT, " +- %." + decimals + "f", half)
                : number;
    }

    /** For instance {@code +12.3 [1.0, 23.6]}; without the interval where there is none. */
    static String difference(MeanInterval difference, double scale, int decimals) {
        String sign = difference.mean() > 0 ? "+" : "";
        String mean = sign + IntervalCell.number(difference.mean() * scale, decimals);
        return difference.isDefined()
                ? "%s [%s, %s]"
                        .formatted(
                                mean,
                                IntervalCell.number(difference.lower() * scale, decimals),
                                IntervalCell.number(difference.upper() * scale, decimals))
                : mean;
    }

    /** Says which networks did not learn. */
    static Note unlearned(ImageGroup group) {
        int there = group.trainings().stream().mapToInt(group::there).sum();
        int learned = group.trainings().stream().mapToInt(group::learned).sum();
        return new Note(
                Tone.WARNING,
                "%s: %d of %d networks did not learn."
                        .formatted(group.title(), there - learned, there),
                "Their test accuracy is not two standard errors above guessing, 1 in %d. Their"
                                .formatted(group.classes())
                        + " gradients, areas and maps have nothing to do with the images and are"
                        + " left out of the claims: train them longer, on more images, or with"
                        + " another learning rate.");
    }

    /** For instance {@code 3 seeds}. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
