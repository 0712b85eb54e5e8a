package org.salient4j.framework.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.SeriesDirectory;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

/**
 * Images as NumPy arrays: {@code DIR/{train,validation,test}/x.npy}, [N, C, H, W], or [N, H, W] for
 * grey ones, and {@code y.npy}, [N] integers. Integers from 0 to 255 are bytes and become values in
 * [0, 1]; floats are taken as they are. {@code classes.txt}, where there is one, names the classes.
 */
public final class NpyFormat implements ImageFormat {
    private static final int BYTES = 256;

    /** Makes one; it has no state. */
    public NpyFormat() {}

    @Override
    public String name() {
        return "npy";
    }

    @Override
    public String layout() {
        return "train/x.npy [N, C, H, W] and train/y.npy";
    }

    @Override
    public boolean recognises(Path place) {
        return Arrays.stream(Split.values())
                .anyMatch(split -> Files.isRegularFile(x(place, split)));
    }

    private static Path x(Path place, Split split) {
        return place.resolve(split.folder()).resolve("x.npy");
    }

    @Override
    public ImageDataset read(Path place, ImageOptions options) {
        Map<Split, int[]> labels = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            if (Files.isRegularFile(x(place, split))) {
                labels.put(
                        split, SeriesDirectory.readLabels(x(place, split).resolveSibling("y.npy")));
            }
        }
        int largest = labels.values().stream().flatMapToInt(Arrays::stream).max().orElse(0);
        List<String> classes = ClassNames.read(place.resolve("classes.txt"), largest + 1);
        Map<Split, ImageData> splits = new EnumMap<>(Split.class);
        labels.forEach((split, y) -> splits.put(split, images(x(place, split), y, classes)));
        return FolderName.dataset(place, splits).requireSize(options);
    }

    private static ImageData images(Path file, int[] labels, List<String> classes) {
        INDArray x = NpyFile.read(file);
        ImageShape shape = shape(x, file);
        if (x.size(0) != labels.length) {
            throw new InvalidInputException(
                    "%s has %d images but y.npy has %d labels"
                            .formatted(file, x.size(0), labels.length));
        }
        if (x.dataType() == DataType.FLOAT || x.dataType() == DataType.DOUBLE) {
            return new FloatImages(shape, classes, finite(HostArray.floats(x), file), labels);
        }
        return new PixelImages(shape, classes, bytes(x, file), labels);
    }

    private static ImageShape shape(INDArray x, Path file) {
        if (x.rank() == 3 && !x.isEmpty()) {
            return new ImageShape(1, (int) x.size(1), (int) x.size(2));
        }
        boolean channelsFirst = x.rank() == 4 && (x.size(1) == 1 || x.size(1) == 3);
        if (!channelsFirst || x.isEmpty()) {
            throw new InvalidInputException(
                    "%s must be [N, C, H, W] with 1 or 3 channels, or [N, H, W], found %s%s"
                            .formatted(
                                    file,
                                    Arrays.toString(x.shape()),
                                    x.rank() == 4 && x.size(3) == 3
                                            ? ": in NumPy, .transpose(0, 3, 1, 2) puts the channels first"
                                            : ""));
        }
        return new ImageShape((int) x.size(1), (int) x.size(2), (int) x.size(3));
    }

    private static float[] finite(float[] values, Path file) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InvalidInputException(file + " must be finite, found " + value);
            }
        }
        return values;
    }

    private static byte[] bytes(INDArray x, Path file) {
        double[] values = HostArray.doubles(x);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            if (values[i] < 0 || values[i] >= BYTES) {
                throw new InvalidInputException(
                        "%s holds integers, which must be in [0, 255], found %.0f"
                                .formatted(file, values[i]));
            }
            bytes[i] = (byte) (int) values[i];
        }
        return bytes;
    }
}
