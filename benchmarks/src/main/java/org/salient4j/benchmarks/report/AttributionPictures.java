package org.salient4j.benchmarks.report;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.AtomicFile;

/**
 * Attributions of series as PNG files, one a sample: magnitudes, each scaled to its own maximum,
 * time from left to right, features from top to bottom.
 */
public final class AttributionPictures {
    /** The longer side gets about so many pixels. */
    private static final int SIDE = 400;

    private AttributionPictures() {}

    /**
     * Writes {@code sample-0000.png}, {@code sample-0001.png}, …
     *
     * @param directory where to; made if needed
     * @param attributions [N, T, F], finite
     * @throws InvalidInputException if they have another number of axes
     * @throws org.salient4j.framework.io.FileWriteException if a file cannot be written
     */
    public static void write(Path directory, INDArray attributions) {
        if (attributions.rank() != 3) {
            throw new InvalidInputException(
                    "pictures are made of attributions [samples, steps, features], found "
                            + Arrays.toString(attributions.shape()));
        }
        int samples = (int) attributions.size(0);
        int steps = (int) attributions.size(1);
        int features = (int) attributions.size(2);
        double[] values = HostArray.doubles(attributions);
        int cells = steps * features;
        for (int sample = 0; sample < samples; sample++) {
            byte[] levels = levels(values, sample * cells, cells);
            byte[] png =
                    ColourMap.png(
                            steps, features, levels, Math.max(1, SIDE / Math.max(steps, features)));
            AtomicFile.write(
                    directory.resolve("sample-%04d.png".formatted(sample)), out -> out.write(png));
        }
    }

    private static byte[] levels(double[] values, int from, int cells) {
        double highest = 0;
        for (int i = from; i < from + cells; i++) {
            highest = Math.max(highest, Math.abs(values[i]));
        }
        byte[] levels = new byte[cells];
        for (int i = 0; i < cells && highest > 0; i++) {
            levels[i] = (byte) Math.round(255 * Math.abs(values[from + i]) / highest);
        }
        return levels;
    }
}
