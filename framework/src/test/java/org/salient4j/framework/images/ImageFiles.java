package org.salient4j.framework.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

/** The fixtures that Pillow made, and folders made of them. */
final class ImageFiles {
    private ImageFiles() {}

    static byte[] bytes(String name) {
        try (InputStream in = ImageFiles.class.getResourceAsStream("/images/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path path(String name) {
        try {
            return Path.of(ImageFiles.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of an array [C, H, W]. */
    static byte[] golden(String name) {
        double[] values = HostArray.doubles(NpyFile.read(path("/images/" + name + ".npy")));
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) values[i];
        }
        return bytes;
    }

    /** Puts fixtures into a folder as {@code 0.png}, {@code 1.jpg} and so on. */
    static void put(Path folder, String... fixtures) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < fixtures.length; i++) {
                String end = fixtures[i].substring(fixtures[i].lastIndexOf('.'));
                Files.write(folder.resolve(i + end), bytes(fixtures[i]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
