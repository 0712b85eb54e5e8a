package org.salient4j.app;

import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.images.ImageOptions;
import picocli.CommandLine.Option;

/** How image files of the user's own are read. */
final class OwnImageOptions {

    @Option(
            names = "--side",
            paramLabel = "N",
            description = "Image files of your own are resized to N x N (default: as they are).")
    private Integer side;

    @Option(
            names = "--convert",
            description =
                    "Image files of your own that are grey or have alpha are made RGB (default:"
                            + " refused).")
    private boolean convert;

    /** The images of a name, folder or zip; real data is there. */
    ImageSource source(String text) {
        if (side != null && side < 1) {
            throw new InvalidInputException("--side must be at least 1, was " + side);
        }
        ImageOptions options = ImageOptions.rgb();
        if (side != null) {
            options = options.resizedTo(side, side);
        }
        if (convert) {
            options = options.converting();
        }
        return ImageSource.of(text, options).require();
    }
}
