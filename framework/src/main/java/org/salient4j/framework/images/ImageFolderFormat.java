package org.salient4j.framework.images;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.io.AtomicFile;

/**
 * Image files in a folder a class: {@code DIR/{train,valid,test}/CLASS/*.jpg}, or a zip of that.
 *
 * <p>A label is the place of the class among the sorted names of the class folders of all parts, so
 * a class that one part lacks shifts no other. Images stand in the order of their names. JPEG, PNG
 * and BMP files are read; other files and hidden ones are left alone.
 */
public final class ImageFolderFormat implements ImageFormat {
    private static final Map<Split, List<String>> FOLDERS =
            new EnumMap<>(
                    Map.of(
                            Split.TRAIN,
                            List.of("train"),
                            Split.VALIDATION,
                            List.of("valid", "validation", "val"),
                            Split.TEST,
                            List.of("test")));
    private static final Set<String> ENDS = Set.of("jpg", "jpeg", "png", "bmp");

    /** Makes one; it has no state. */
    public ImageFolderFormat() {}

    @Override
    public String name() {
        return "image-folder";
    }

    @Override
    public String layout() {
        return "train/CLASS/*.jpg and its like (a folder of images a class), or a zip of that";
    }

    @Override
    public boolean recognises(Path place) {
        if (Files.isRegularFile(place)) {
            return FolderName.of(place).toLowerCase(Locale.ROOT).endsWith(".zip");
        }
        return FOLDERS.values().stream()
                .flatMap(List::stream)
                .map(place::resolve)
                .anyMatch(part -> Files.isDirectory(part) && !folders(part).isEmpty());
    }

    @Override
    public ImageDataset read(Path place, ImageOptions options) {
        if (!Files.isRegularFile(place)) {
            return read(place, FolderName.of(place), options, () -> {});
        }
        FileSystem zip = open(place);
        try {
            String name = FolderName.of(place).replaceAll("(?i)\\.zip$", "");
            return read(root(zip, place), name, options, zip);
        } catch (RuntimeException e) {
            try (zip) {
                throw e;
            } catch (IOException closing) {
                e.addSuppressed(closing);
                throw e;
            }
        }
    }

    private static FileSystem open(Path file) {
        try {
            return FileSystems.newFileSystem(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + file + " as a zip: " + AtomicFile.reason(e), e);
        } catch (ProviderNotFoundException e) {
            throw new InvalidInputException("cannot read " + file + ": it is no zip", e);
        }
    }

    /** Where the parts stand: at the top, or in the one folder that is there. */
    private Path root(FileSystem zip, Path file) {
        Path top = zip.getPath("/");
        if (recognises(top)) {
            return top;
        }
        List<Path> folders = folders(top);
        if (folders.size() == 1 && recognises(folders.get(0))) {
            return folders.get(0);
        }
        throw new InvalidInputException(file + " holds no images: expected " + layout());
    }

    private static ImageDataset read(
            Path root, String name, ImageOptions options, Closeable files) {
        Map<Split, Path> parts = parts(root);
        TreeSet<String> classes = new TreeSet<>();
        parts.values().forEach(part -> folders(part).forEach(f -> classes.add(plain(f))));
        List<String> names = List.copyOf(classes);
        Map<Split, List<EncodedImages.Source>> sources = new EnumMap<>(Split.class);
        parts.forEach((split, part) -> sources.put(split, sources(root, part, names)));
        ImageShape shape = EncodedImages.shape(sources.values().iterator().next().get(0), options);
        Map<Split, ImageData> splits = new EnumMap<>(Split.class);
        sources.forEach(
                (split, list) -> splits.put(split, new EncodedImages(shape, names, list, options)));
        return new ImageDataset(name, splits, files);
    }

    private static Map<Split, Path> parts(Path root) {
        Map<Split, Path> parts = new EnumMap<>(Split.class);
        FOLDERS.forEach(
                (split, names) ->
                        names.stream()
                                .map(root::resolve)
                                .filter(Files::isDirectory)
                                .findFirst()
                                .ifPresent(folder -> parts.put(split, folder)));
        return parts;
    }

    private static List<EncodedImages.Source> sources(Path root, Path part, List<String> classes) {
        List<EncodedImages.Source> sources = new ArrayList<>();
        for (Path folder : folders(part)) {
            List<Path> images = listed(folder, ImageFolderFormat::image);
            if (images.isEmpty()) {
                throw new InvalidInputException(
                        "%s holds no image (jpg, jpeg, png, bmp): put some there or remove the folder"
                                .formatted(folder));
            }
            int label = classes.indexOf(plain(folder));
            for (Path image : images) {
                String name = root.relativize(image).toString();
                sources.add(new EncodedImages.Source(image, name, label));
            }
        }
        if (sources.isEmpty()) {
            throw new InvalidInputException(part + " holds no folder of a class");
        }
        return sources;
    }

    private static boolean image(Path file) {
        String name = plain(file).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && ENDS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<Path> folders(Path folder) {
        return listed(folder, Files::isDirectory);
    }

    private static List<Path> listed(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !plain(file).startsWith("."))
                    .filter(wanted)
                    .sorted((a, b) -> plain(a).compareTo(plain(b)))
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + folder + ": " + AtomicFile.reason(e), e);
        }
    }

    /** The zip provider of some Java versions ends the names of folders with a slash. */
    private static String plain(Path path) {
        return path.getFileName().toString().replaceAll("/$", "");
    }
}
