package org.salient4j.framework.images;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.progress.Progress;

/**
 * Images split for training, choosing and measuring, all of one shape and with the same classes.
 *
 * <pre>{@code
 * try (ImageDataset mnist = ImageDataset.open(folder, ImageOptions.rgb())) {
 *     Examples train = Normalization.MNIST.apply(mnist.train()).examples();
 * }
 * }</pre>
 *
 * <p>Its name is that of the folder: what is in a folder says nothing of where it is from.
 */
public final class ImageDataset implements Closeable {
    private final String name;
    private final Map<Split, ImageData> splits;
    private final Closeable files;

    /**
     * Data that keeps no file open.
     *
     * @param name what it is called
     * @param splits the parts; those that are there
     * @throws InvalidInputException if there is none, or two differ in shape or classes
     */
    public ImageDataset(String name, Map<Split, ImageData> splits) {
        this(name, splits, () -> {});
    }

    /**
     * @param name what it is called
     * @param splits the parts; those that are there
     * @param files what is closed with it
     * @throws InvalidInputException if there is no part, or two differ in shape or classes
     */
    public ImageDataset(String name, Map<Split, ImageData> splits, Closeable files) {
        if (splits.isEmpty()) {
            throw new InvalidInputException(
                    name + " needs at least one of train, validation and test");
        }
        this.name = name;
        this.splits = Collections.unmodifiableMap(new EnumMap<>(splits));
        this.files = files;
        ImageData first = any();
        this.splits.forEach((split, part) -> requireSame(split, first, part));
    }

    private void requireSame(Split split, ImageData first, ImageData part) {
        if (!part.shape().equals(first.shape())) {
            throw new InvalidInputException(
                    "%s: the images of %s are %s, others are %s: give a size to resize to"
                            .formatted(name, split.folder(), part.shape(), first.shape()));
        }
        if (!part.classes().equals(first.classes())) {
            throw new InvalidInputException(
                    "%s: %s has the classes %s, expected %s"
                            .formatted(name, split.folder(), part.classes(), first.classes()));
        }
    }

    /**
     * Opens a folder, or a zip of one, whatever its format.
     *
     * @param place the folder or file
     * @param options how image files are read
     * @throws InvalidInputException if there is nothing, or nothing that is recognised; the message
     *     says what is
     */
    public static ImageDataset open(Path place, ImageOptions options) {
        if (!Files.exists(place)) {
            throw new InvalidInputException(
                    "cannot read images from %s: no such file or folder; without data of your own, 'salient4j data generate' draws generated-shapes"
                            .formatted(place));
        }
        List<ImageFormat> formats = ImageFormat.registry().members();
        return formats.stream()
                .filter(format -> format.recognises(place))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "%s holds no images that are recognised: expected %s"
                                                .formatted(
                                                        place,
                                                        formats.stream()
                                                                .map(ImageFormat::layout)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", or ")))))
                .read(place, options);
    }

    /**
     * Checks that nothing was asked for that only image files can do.
     *
     * @return this
     * @throws InvalidInputException if another size was asked for
     */
    ImageDataset requireSize(ImageOptions options) {
        ImageSize size = options.size();
        if (size != null && !size.equals(new ImageSize(shape().height(), shape().width()))) {
            throw new InvalidInputException(
                    "%s is %d x %d and only image files are resized, to %s was asked for"
                            .formatted(name, shape().height(), shape().width(), size));
        }
        return this;
    }

    /** What it is called: the name of its folder. */
    public String name() {
        return name;
    }

    /** The shape of each image. */
    public ImageShape shape() {
        return any().shape();
    }

    /** The names of the classes. */
    public List<String> classes() {
        return any().classes();
    }

    /** What a network for these images has to fit, as architectures call it. */
    public Map<String, Long> sizes() {
        return Map.of(
                "channels", (long) shape().channels(),
                "height", (long) shape().height(),
                "width", (long) shape().width(),
                "classes", (long) classes().size());
    }

    private ImageData any() {
        return splits.values().iterator().next();
    }

    /** The parts that are there. */
    public Map<Split, ImageData> splits() {
        return splits;
    }

    /**
     * @throws InvalidInputException if there is no such part
     */
    public ImageData get(Split split) {
        return find(split)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        name + " has no " + split.folder() + " part"));
    }

    /** The part, if it is there. */
    public Optional<ImageData> find(Split split) {
        return Optional.ofNullable(splits.get(split));
    }

    /** The part to fit on. */
    public ImageData train() {
        return get(Split.TRAIN);
    }

    /** The part to measure on. */
    public ImageData test() {
        return get(Split.TEST);
    }

    /**
     * At most so many images of each part, drawn at random; the same name, and closed with this.
     *
     * @param images of each part, at least one
     * @param seed where the draw comes from
     * @throws InvalidInputException if there are to be none
     */
    public ImageDataset atMost(int images, Seed seed) {
        if (images < 1) {
            throw new InvalidInputException("images must be at least 1, was " + images);
        }
        Map<Split, ImageData> fewer = new EnumMap<>(Split.class);
        splits.forEach(
                (split, part) -> {
                    int[] order = Examples.shuffled(part.size(), seed.child(split.folder()));
                    fewer.put(
                            split,
                            images >= part.size()
                                    ? part
                                    : part.select(Arrays.copyOf(order, images)));
                });
        return new ImageDataset(name, fewer, this);
    }

    /**
     * Reads every image once, so that one that cannot be read is found before the work starts.
     *
     * @throws InvalidInputException if one cannot be read; the message names the file
     */
    public void readAll(Progress progress) {
        float[] image = new float[shape().values()];
        splits.forEach(
                (split, part) -> {
                    progress.start("read " + name + " " + split.folder(), part.size());
                    for (int i = 0; i < part.size(); i++) {
                        part.read(i, image);
                        progress.step();
                    }
                    progress.close();
                });
    }

    /** Closes the file it reads from, if any; images that were not read yet cannot be any more. */
    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + name, e);
        }
    }
}
