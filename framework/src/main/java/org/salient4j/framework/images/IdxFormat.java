package org.salient4j.framework.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Split;

/**
 * Grey images as MNIST and Fashion-MNIST have them: a folder with {@code train-images-idx3-ubyte},
 * {@code train-labels-idx1-ubyte} and the same for {@code t10k}; also spelt {@code
 * train-images.idx3-ubyte}, raw or gzipped. A file {@code classes.txt}, where there is one, names
 * the classes, one a line; otherwise they are numbers.
 */
public final class IdxFormat implements ImageFormat {
    private static final Map<Split, String> PARTS =
            new EnumMap<>(Map.of(Split.TRAIN, "train", Split.TEST, "t10k"));

    /** Makes one; it has no state. */
    public IdxFormat() {}

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public String layout() {
        return "train-images-idx3-ubyte and its like (IDX, raw or .gz)";
    }

    @Override
    public boolean recognises(Path place) {
        return PARTS.values().stream().anyMatch(part -> images(place, part).isPresent());
    }

    @Override
    public ImageDataset read(Path place, ImageOptions options) {
        Map<Split, IdxFile> pixels = new EnumMap<>(Split.class);
        Map<Split, int[]> labels = new EnumMap<>(Split.class);
        PARTS.forEach(
                (split, part) ->
                        images(place, part)
                                .ifPresent(
                                        file -> {
                                            pixels.put(split, IdxFile.read(file, 3));
                                            labels.put(split, labels(place, part));
                                            requireSame(file, pixels.get(split), labels.get(split));
                                        }));
        int largest = labels.values().stream().flatMapToInt(Arrays::stream).max().orElseThrow();
        List<String> classes = ClassNames.read(place.resolve("classes.txt"), largest + 1);
        Map<Split, ImageData> splits = new EnumMap<>(Split.class);
        pixels.forEach(
                (split, idx) ->
                        splits.put(
                                split,
                                new PixelImages(
                                        new ImageShape(1, idx.shape()[1], idx.shape()[2]),
                                        classes,
                                        idx.elements(),
                                        labels.get(split))));
        return FolderName.dataset(place, splits).requireSize(options);
    }

    private static Optional<Path> images(Path place, String part) {
        return find(place, part + "-images", 3);
    }

    private static int[] labels(Path place, String part) {
        Path file =
                find(place, part + "-labels", 1)
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "%s has the images of %s but no %s-labels-idx1-ubyte"
                                                        .formatted(place, part, part)));
        byte[] bytes = IdxFile.read(file, 1).elements();
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[i] & 0xff;
        }
        return labels;
    }

    private static Optional<Path> find(Path place, String start, int axes) {
        return Stream.of("-", ".")
                .flatMap(mark -> Stream.of("", ".gz").map(end -> mark + "idx%d-ubyte" + end))
                .map(end -> place.resolve(start + end.formatted(axes)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static void requireSame(Path file, IdxFile pixels, int[] labels) {
        if (pixels.shape()[0] != labels.length) {
            throw new InvalidInputException(
                    "%s has %d images but its labels are %d"
                            .formatted(file, pixels.shape()[0], labels.length));
        }
    }
}
