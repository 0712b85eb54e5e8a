package org.salient4j.framework.images;

import java.nio.file.Path;
import java.util.Map;
import org.salient4j.framework.data.Split;

/** Data named after the folder it lies in. */
final class FolderName {
    private FolderName() {}

    static String of(Path place) {
        Path name = place.toAbsolutePath().normalize().getFileName();
        return name == null ? "images" : name.toString();
    }

    static ImageDataset dataset(Path place, Map<Split, ImageData> splits) {
        return new ImageDataset(of(place), splits);
    }
}
