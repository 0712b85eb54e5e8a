package org.salient4j.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import picocli.CommandLine.Option;

/**
 * The options of saliency guided training, each a component of {@link SaliencyGuidedOptions}. What
 * is not given keeps the library's default.
 */
final class GuidanceSettings {

    @Option(
            names = "--masked-fraction",
            paramLabel = "K",
            description =
                    "Share of the features masked, or a schedule 0..0.5@10: from 0 to 0.5 over the"
                            + " first 10 epochs (default: 0.5).")
    private String maskedFraction;

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "Weight of the divergence, or a schedule (default: 1.0).")
    private String lambda;

    @Option(
            names = "--ranking",
            paramLabel = "HOW",
            description = "absolute or signed gradients are ranked (default: absolute).")
    private String ranking;

    @Option(
            names = "--output",
            paramLabel = "WHAT",
            description = "Differentiated: logit, logprob, prob or margin (default: margin).")
    private String output;

    @Option(
            names = "--label",
            paramLabel = "WHOSE",
            description = "The true or the predicted class (default: true).")
    private String label;

    @Option(
            names = "--reduction",
            paramLabel = "HOW",
            description = "Over features of a step: none, mean, sum, l1 or l2 (default: none).")
    private String reduction;

    @Option(
            names = "--fill",
            paramLabel = "HOW",
            description = "uniform-in-range, mean or constant (default: uniform-in-range).")
    private String fill;

    @Option(
            names = "--fill-range",
            paramLabel = "OVER",
            description = "example, example-feature or dataset-feature (default: example-feature).")
    private String fillRange;

    @Option(
            names = "--fill-value",
            paramLabel = "X",
            description = "The value of --fill constant (default: 0.0).")
    private String fillValue;

    @Option(
            names = "--detach",
            paramLabel = "SIDE",
            description = "Passes no gradient: none, clean or masked (default: none).")
    private String detach;

    /**
     * The options.
     *
     * @param usual what counts where nothing is given
     */
    SaliencyGuidedOptions options(SaliencyGuidedOptions usual) {
        return Json.withSettings(usual, "saliency guided training", given());
    }

    /** An option that would do nothing is a mistake. */
    void requireNone() {
        if (!given().isEmpty()) {
            throw new InvalidInputException(
                    "standard training has no "
                            + String.join(", ", given().keySet())
                            + ": add --training saliency-guided, or leave it out");
        }
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("maskedFraction", maskedFraction);
        given.put("lambda", lambda);
        given.put("ranking", ranking);
        given.put("output", output);
        given.put("label", label);
        given.put("reduction", reduction);
        given.put("fill.kind", fill);
        given.put("fill.range", fillRange);
        given.put("fill.constant", fillValue);
        given.put("detach", detach);
        given.values().removeIf(Objects::isNull);
        return given;
    }
}
