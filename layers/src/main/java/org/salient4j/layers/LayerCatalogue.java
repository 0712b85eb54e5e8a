package org.salient4j.layers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The layers there are: every public record of this package that is a {@link Layer}. Layers have no
 * names and no defaults to be registered by, so the package's own folder or archive is looked at.
 */
public final class LayerCatalogue {

    private LayerCatalogue() {}

    /** The layers, by simple name. */
    public static List<Class<? extends Layer>> layers() {
        try {
            URI origin = Layer.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return layers(Path.of(origin));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in a folder of classes or in an archive. */
    static List<Class<? extends Layer>> layers(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return within(place);
        }
        try (FileSystem archive = FileSystems.newFileSystem(place)) {
            return within(archive.getPath("/"));
        }
    }

    private static List<Class<? extends Layer>> within(Path root) throws IOException {
        String packageName = Layer.class.getPackageName();
        List<Class<? extends Layer>> layers = new ArrayList<>();
        Path folder = root.resolve(packageName.replace('.', '/'));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = type(packageName + "." + name);
                if (type.isRecord() && Layer.class.isAssignableFrom(type)) {
                    layers.add(type.asSubclass(Layer.class));
                }
            }
        }
        layers.sort(Comparator.comparing(Class::getSimpleName));
        return List.copyOf(layers);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Layer.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
