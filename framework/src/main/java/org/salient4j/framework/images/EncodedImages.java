package org.salient4j.framework.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;

/**
 * Images in files, decoded when they are asked for. What was decoded is kept if all of it fits in
 * the memory that the options allow, one byte a value; otherwise every use decodes again.
 */
final class EncodedImages implements ImageData {

    /**
     * A file.
     *
     * @param path where it is, on disk or in a zip
     * @param name what errors call it
     * @param label its class
     */
    record Source(Path path, String name, int label) {}

    private final ImageShape shape;
    private final List<String> classes;
    private final List<Source> sources;
    private final ImageDecoder decoder;
    private final AtomicReferenceArray<byte[]> kept;

    /**
     * @param shape of every image
     * @param classes the names
     * @param sources the files, at least one
     * @param options how they are read
     */
    EncodedImages(
            ImageShape shape, List<String> classes, List<Source> sources, ImageOptions options) {
        this.shape = shape;
        this.classes = List.copyOf(classes);
        this.sources = List.copyOf(sources);
        this.decoder = new ImageDecoder(options);
        boolean fits = (long) sources.size() * shape.values() <= options.memory();
        this.kept = fits ? new AtomicReferenceArray<>(sources.size()) : null;
    }

    /** The shape that images have: the one asked for, or that of this file. */
    static ImageShape shape(Source first, ImageOptions options) {
        ImageSize size = options.size();
        if (size == null) {
            size = new ImageDecoder(options).decode(content(first), first.name()).size();
        }
        return new ImageShape(options.channels(), size.height(), size.width());
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int size() {
        return sources.size();
    }

    @Override
    public int label(int index) {
        return sources.get(index).label();
    }

    @Override
    public void read(int index, float[] into) {
        byte[] pixels = kept == null ? null : kept.get(index);
        if (pixels == null) {
            pixels = decode(sources.get(index));
            if (kept != null) {
                kept.set(index, pixels);
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            into[i] = PixelImages.value(pixels[i]);
        }
    }

    private byte[] decode(Source source) {
        ImageDecoder.Decoded image = decoder.decode(content(source), source.name());
        if (!image.size().equals(new ImageSize(shape.height(), shape.width()))) {
            throw new InvalidInputException(
                    "%s is %s, others are %d x %d: give a size to resize to"
                            .formatted(source.name(), image.size(), shape.height(), shape.width()));
        }
        return image.values();
    }

    private static byte[] content(Source source) {
        try {
            return Files.readAllBytes(source.path());
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + source.name() + ": " + AtomicFile.reason(e), e);
        }
    }
}
