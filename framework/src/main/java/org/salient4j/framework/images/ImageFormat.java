package org.salient4j.framework.images;

import java.nio.file.Path;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.registry.Registry;

/**
 * A way in which image data sets lie on disk.
 *
 * <p>To add one: a class with a public constructor without arguments and a line in {@code
 * META-INF/services/org.salient4j.framework.images.ImageFormat}.
 */
public interface ImageFormat {

    /** Its name, in kebab case. */
    String name();

    /** What is expected on disk, a few words that finish "expected …". */
    String layout();

    /** Whether a folder or file looks like it; nothing in it is checked yet. */
    boolean recognises(Path place);

    /**
     * Reads it.
     *
     * @param place a folder or file that was recognised
     * @param options how image files are read
     * @throws InvalidInputException if a part is missing or holds something else; the message names
     *     the file
     */
    ImageDataset read(Path place, ImageOptions options);

    /** The registered formats. */
    static Registry<ImageFormat> registry() {
        return Registry.of(ImageFormat.class, ImageFormat::name);
    }
}
