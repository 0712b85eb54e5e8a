package org.salient4j.layers.encoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.zoo.Architecture;

/**
 * The encoders that CEBRA knows by name, for a number of neurons, of hidden units U and of
 * dimensions C:
 *
 * <pre>
 * offset1-model                   n, U, U, U/2, C; normalised
 * offset1-model-v2                n, U, U, U, C; normalised
 * offset1-model-mse               n, 30C, 30C, 10C, C, whatever U
 * offset1-model-mse-clip-a-b      the same, clipped to [-a, b]
 * offset1-model-mse-tanh          the same, tanh
 * offset1-model-mse-v2-klayers    n, U, then k times one layer from U to U, U/2, C; also -tanh
 * offsetW-model                   convolutions over W = 5, 10, 15, 20, 36, 40 or 50 steps;
 *                                 normalised; -mse without; -mse-tanh
 * </pre>
 */
public final class CebraModels {
    private static final List<Integer> WINDOWS = List.of(5, 10, 15, 20, 36, 40, 50);
    private static final Pattern CLIP = Pattern.compile("offset1-model-mse-clip-(\\d+)-(\\d+)");
    private static final Pattern SHARED =
            Pattern.compile("offset1-model-mse-v2-(\\d+)layers(-tanh)?");
    private static final Pattern WINDOW = Pattern.compile("offset(\\d+)-model(-mse|-mse-tanh)?");
    private static final List<String> LISTED =
            List.of(
                    "offset1-model",
                    "offset1-model-v2",
                    "offset1-model-mse",
                    "offset1-model-mse-tanh",
                    "offset1-model-mse-clip-1-1",
                    "offset1-model-mse-clip-5-5",
                    "offset1-model-mse-clip-10-10",
                    "offset1-model-mse-v2-1layers",
                    "offset1-model-mse-v2-2layers",
                    "offset1-model-mse-v2-4layers",
                    "offset1-model-mse-v2-2layers-tanh",
                    "offset5-model",
                    "offset10-model",
                    "offset10-model-mse",
                    "offset10-model-mse-tanh",
                    "offset15-model",
                    "offset20-model",
                    "offset36-model",
                    "offset40-model",
                    "offset50-model");

    /** CEBRA's number of hidden units where none is given. */
    public static final int DEFAULT_UNITS = 32;

    private CebraModels() {}

    /**
     * The encoder of a name.
     *
     * @param name as in CEBRA
     * @param neurons n
     * @param units U; the models without one leave it unused, as CEBRA does
     * @param dimension C
     * @throws IllegalArgumentException if there is no such model, or a size makes none
     */
    public static Encoder encoder(String name, int neurons, int units, int dimension) {
        Sizes.positive("units", units);
        Matcher clip = CLIP.matcher(name);
        if (clip.matches()) {
            return wide(neurons, dimension, Head.hardClip(number(clip, 1), number(clip, 2)));
        }
        Matcher shared = SHARED.matcher(name);
        if (shared.matches()) {
            Head head = shared.group(2) == null ? Head.none() : Head.tanh();
            return narrowing(neurons, units, number(shared, 1), dimension, head);
        }
        Matcher window = WINDOW.matcher(name);
        if (window.matches() && WINDOWS.contains(number(window, 1))) {
            return new ConvolutionalEncoder(
                    neurons, number(window, 1), units, dimension, head(window.group(2)));
        }
        return switch (name) {
            case "offset1-model" -> narrowing(neurons, units, 1, dimension, Head.l2Normalise());
            case "offset1-model-v2" ->
                    new MlpEncoder(
                            neurons,
                            List.of(units, units, units),
                            1,
                            dimension,
                            Head.l2Normalise());
            case "offset1-model-mse" -> wide(neurons, dimension, Head.none());
            case "offset1-model-mse-tanh" -> wide(neurons, dimension, Head.tanh());
            default ->
                    throw new IllegalArgumentException(
                            "encoder must be one of %s, was %s"
                                    .formatted(String.join(", ", LISTED), name));
        };
    }

    /** Names of the commonest, as {@link #encoder} takes them. */
    public static List<String> names() {
        return LISTED;
    }

    /** The named encoders of the prototype's kind, neurons and dimension. */
    static Map<String, Architecture> presets(Encoder prototype) {
        Predicate<Encoder> alike = prototype.getClass()::isInstance;
        Map<String, Architecture> presets = new LinkedHashMap<>();
        for (String name : LISTED) {
            Encoder encoder =
                    encoder(name, prototype.neurons(), DEFAULT_UNITS, prototype.dimension());
            if (alike.test(encoder)) {
                presets.put(name, encoder);
            }
        }
        return presets;
    }

    private static MlpEncoder wide(int neurons, int dimension, Head head) {
        Sizes.positive("dimension", dimension);
        int wide = Math.multiplyExact(30, dimension);
        return new MlpEncoder(neurons, List.of(wide, wide, 10 * dimension), 1, dimension, head);
    }

    private static MlpEncoder narrowing(
            int neurons, int units, int repeats, int dimension, Head head) {
        if (units < 2) {
            throw new IllegalArgumentException("units must be at least 2, was " + units);
        }
        return new MlpEncoder(neurons, List.of(units, units, units / 2), repeats, dimension, head);
    }

    private static Head head(String suffix) {
        if (suffix == null) {
            return Head.l2Normalise();
        }
        return suffix.endsWith("tanh") ? Head.tanh() : Head.none();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
