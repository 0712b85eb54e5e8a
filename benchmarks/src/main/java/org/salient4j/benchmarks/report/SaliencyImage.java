package org.salient4j.benchmarks.report;

import java.util.Base64;
import java.util.List;
import org.salient4j.benchmarks.measurement.SaliencyPicture;

/**
 * A saliency map as a picture: time from left to right, features from top to bottom, the truth's
 * boxes drawn over it.
 *
 * @param title below the picture
 * @param alt what a reader who cannot see it is told
 * @param steps number of time steps
 * @param features number of features
 * @param levels steps · features values from 0 to 255, step after step
 * @param boxes {first step, end step, first feature, end feature}, ends exclusive
 * @param grey whether it is drawn from black to white: it is what was explained, not a map of it
 */
public record SaliencyImage(
        String title,
        String alt,
        int steps,
        int features,
        byte[] levels,
        List<int[]> boxes,
        boolean grey) {

    /** Checks the sizes. */
    public SaliencyImage {
        if (steps < 1 || features < 1) {
            throw new IllegalArgumentException(
                    "steps and features must be at least 1, were " + steps + " and " + features);
        }
        if (levels.length != steps * features) {
            throw new IllegalArgumentException(
                    "levels must hold %d x %d values, held %d"
                            .formatted(steps, features, levels.length));
        }
        boxes = List.copyOf(boxes);
        for (int[] box : boxes) {
            if (box.length != 4) {
                throw new IllegalArgumentException("a box needs 4 numbers, had " + box.length);
            }
        }
    }

    /** A map. */
    public SaliencyImage(
            String title, String alt, int steps, int features, byte[] levels, List<int[]> boxes) {
        this(title, alt, steps, features, levels, boxes, false);
    }

    /** The same from black to white. */
    public SaliencyImage inGreys() {
        return new SaliencyImage(title, alt, steps, features, levels, boxes, true);
    }

    /**
     * A map that a result keeps.
     *
     * @param title below the picture
     * @param alt what a reader who cannot see it is told
     */
    public static SaliencyImage of(SaliencyPicture picture, String title, String alt) {
        return new SaliencyImage(
                title,
                alt,
                picture.steps(),
                picture.features(),
                Base64.getDecoder().decode(picture.pixels()),
                picture.boxes());
    }

    /** The picture as a {@code data:} address. */
    public String dataUri() {
        return grey
                ? ColourMap.greyPngDataUri(steps, features, levels)
                : ColourMap.pngDataUri(steps, features, levels);
    }

    /** The boxes as an {@code svg} element to be laid over the picture. */
    public String overlay() {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "class",
                "boxes",
                "viewBox",
                "0 0 " + steps + " " + features,
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        for (int[] box : boxes) {
            // Dark below light: one of them is seen on any colour.
            for (String style : List.of("box-under", "box-over")) {
                svg.empty(
                        "rect",
                        "class",
                        style,
                        "x",
                        box[0],
                        "y",
                        box[2],
                        "width",
                        box[1] - box[0],
                        "height",
                        box[3] - box[2]);
            }
        }
        return svg.close().toString();
    }
}
