package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.fetch.DataSource;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.images.ImageOptions;
import org.salient4j.framework.images.ImageShape;
import org.salient4j.framework.images.ImageTrainingData;
import org.salient4j.synthetic.images.GeneratedShapes;
import org.salient4j.synthetic.images.ShapeKind;
import org.salient4j.synthetic.images.ShapeSpec;

/**
 * Where the images of an experiment come from: real data that {@code data fetch} brought into the
 * cache, a folder of the user's own, or images that are drawn and named as drawn. Nothing stands in
 * for data that is not there.
 *
 * @param name what results call it: that of the source, or of the user's folder; CIFAR-10 as JPEG
 *     files is known by the digest of its test part
 * @param place the user's folder or file; null for the others
 * @param digest of the user's images, so that a result belongs to what was read; null for the
 *     others, whose bytes are pinned
 * @param shape of every image
 * @param classes number of classes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageSource(String name, String place, String digest, ImageShape shape, int classes) {
    /** Those that can be fetched, all of one form. */
    private static final Set<String> FETCHED = Set.of("mnist", "fashion-mnist");

    /** Of the test part of CIFAR-10 as JPEG files, which are not quite CIFAR-10's pixels. */
    private static final String CIFAR_JPEG = " 333403a8d993221ab418da8a88abe3f1";

    private static final ImageShape DIGIT = new ImageShape(1, 28, 28);
    private static final int CLASSES = 10;

    /** Requires a name and a shape, and a digest with a place. */
    public ImageSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shape, "shape");
        if ((place == null) != (digest == null)) {
            throw new InvalidInputException("a folder of images needs its digest, found " + digest);
        }
    }

    /** Digits. */
    public static ImageSource mnist() {
        return of("mnist", ImageOptions.grey());
    }

    /** Images that are drawn. */
    public static ImageSource drawn() {
        int side = ShapeSpec.usual().side();
        return new ImageSource(
                GeneratedShapes.NAME,
                null,
                null,
                new ImageShape(3, side, side),
                ShapeKind.classes().size());
    }

    /**
     * A source as the command line names it.
     *
     * @param text {@code mnist}, {@code fashion-mnist}, {@code generated-shapes}, or a folder or
     *     file in any {@linkplain ImageDataset#open format that is read}
     * @param files how image files of a folder or zip are read
     * @throws InvalidInputException if a folder does not exist or cannot be read, or is called as
     *     data that is fetched or drawn: results would be taken for results on that
     */
    public static ImageSource of(String text, ImageOptions files) {
        if (FETCHED.contains(text)) {
            return new ImageSource(text, null, null, DIGIT, CLASSES);
        }
        if (text.equals(GeneratedShapes.NAME)) {
            return drawn();
        }
        Path place = Path.of(text).toAbsolutePath().normalize();
        if (!Files.exists(place)) {
            throw new InvalidInputException(
                    "%s is no folder or file, nor one of mnist, fashion-mnist, %s"
                            .formatted(place, GeneratedShapes.NAME));
        }
        try (ImageDataset data = ImageDataset.open(place, files)) {
            requireOwnName(data.name(), place);
            String digest = digest(data);
            return new ImageSource(
                    digest.endsWith(CIFAR_JPEG) ? "CIFAR-10 (JPEG)" : data.name(),
                    place.toString(),
                    digest,
                    data.shape(),
                    data.classes().size());
        }
    }

    private static void requireOwnName(String name, Path place) {
        if (FETCHED.contains(name) || name.equals(GeneratedShapes.NAME)) {
            throw new InvalidInputException(
                    "%s would be called %s, as data that comes from elsewhere is: rename it"
                            .formatted(place, name));
        }
    }

    /** The digests of both parts that are used. */
    private static String digest(ImageDataset data) {
        return String.join(
                " ",
                List.of(
                        new ImageTrainingData(data.train()).digest(),
                        new ImageTrainingData(data.test()).digest()));
    }

    /** Its name, and where it is from if that is not known by the name. */
    public String described() {
        if (place != null) {
            return name + ", read from " + place;
        }
        return generated() ? name + ", drawn from the seed" : name;
    }

    /** Whether its images are drawn from a seed. */
    public boolean generated() {
        return place == null && name.equals(GeneratedShapes.NAME);
    }

    /**
     * Checks that real data is there, before anything is computed.
     *
     * @return this
     * @throws InvalidInputException if it was not fetched or is damaged; the message says what to
     *     run, and what can be had without any data
     */
    public ImageSource require() {
        if (place == null && !generated()) {
            folder();
        }
        return this;
    }

    private Path folder() {
        try {
            return DataCache.ofUser().require(DataSource.registry().get(name));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "%s; without real data, 'benchmark images --data %s' runs on drawn images"
                            .formatted(e.getMessage(), GeneratedShapes.NAME),
                    e);
        }
    }

    /**
     * Opens real data.
     *
     * @throws InvalidInputException if it is not there, or a user's folder holds other images than
     *     when the run began
     */
    ImageDataset open() {
        if (place == null) {
            return ImageDataset.open(folder(), ImageOptions.grey());
        }
        // What needed conversion was refused or asked for when the digest was made.
        ImageDataset data =
                ImageDataset.open(
                        Path.of(place),
                        ImageOptions.rgb().converting().resizedTo(shape.height(), shape.width()));
        if (!digest(data).equals(digest)) {
            throw new InvalidInputException(
                    place + " is no longer what it was when the run began: begin a new folder");
        }
        return data;
    }
}
