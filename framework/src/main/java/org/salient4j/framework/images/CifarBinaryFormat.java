package org.salient4j.framework.images;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.io.AtomicFile;

/**
 * Colour images in the binary layout of CIFAR-10: {@code data_batch_1.bin} and so on to train on,
 * {@code test_batch.bin} to test on, {@code batches.meta.txt} for the names of the classes. A
 * record is one byte of label and 32 rows of 32 bytes each for red, green and blue; a file may have
 * any number of records.
 *
 * <p>The layout says nothing of what the images are.
 */
public final class CifarBinaryFormat implements ImageFormat {
    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final int RECORD = 1 + 3 * 32 * 32;
    private static final int CLASSES = 10;
    private static final String USUAL_FOLDER = "cifar-10-batches-bin";

    /** Makes one; it has no state. */
    public CifarBinaryFormat() {}

    @Override
    public String name() {
        return "cifar-10-binary";
    }

    @Override
    public String layout() {
        return "data_batch_1.bin and its like (CIFAR-10's binary layout)";
    }

    @Override
    public boolean recognises(Path place) {
        return Files.isDirectory(place)
                && batches(place).values().stream().anyMatch(l -> !l.isEmpty());
    }

    @Override
    public ImageDataset read(Path place, ImageOptions options) {
        Map<Split, List<Path>> batches = batches(place);
        List<String> classes = ClassNames.read(folder(place).resolve("batches.meta.txt"), CLASSES);
        Map<Split, ImageData> splits = new EnumMap<>(Split.class);
        batches.forEach(
                (split, files) -> {
                    if (!files.isEmpty()) {
                        splits.put(split, read(files, classes));
                    }
                });
        return FolderName.dataset(place, splits).requireSize(options);
    }

    private static Path folder(Path place) {
        // What is unpacked from the archive stands in a folder of its own.
        Path inner = place.resolve(USUAL_FOLDER);
        return Files.isDirectory(inner) ? inner : place;
    }

    private static Map<Split, List<Path>> batches(Path place) {
        Map<Split, List<Path>> batches = new EnumMap<>(Split.class);
        List<Path> train = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder(place), "data_batch_*.bin")) {
            files.forEach(train::add);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + folder(place) + ": " + AtomicFile.reason(e), e);
        }
        Collections.sort(train);
        batches.put(Split.TRAIN, train);
        batches.put(
                Split.TEST,
                Stream.of(folder(place).resolve("test_batch.bin")).filter(Files::exists).toList());
        return batches;
    }

    private static ImageData read(List<Path> files, List<String> classes) {
        List<byte[]> contents = files.stream().map(CifarBinaryFormat::content).toList();
        int count = contents.stream().mapToInt(content -> content.length / RECORD).sum();
        byte[] pixels = new byte[Math.multiplyExact(count, SHAPE.values())];
        int[] labels = new int[count];
        int next = 0;
        for (int f = 0; f < contents.size(); f++) {
            byte[] content = contents.get(f);
            for (int at = 0; at < content.length; at += RECORD) {
                labels[next] = content[at] & 0xff;
                if (labels[next] >= classes.size()) {
                    throw new InvalidInputException(
                            "%s: record %d has the label %d, expected 0 to %d"
                                    .formatted(
                                            files.get(f),
                                            at / RECORD,
                                            labels[next],
                                            classes.size() - 1));
                }
                System.arraycopy(content, at + 1, pixels, next * SHAPE.values(), SHAPE.values());
                next++;
            }
        }
        return new PixelImages(SHAPE, classes, pixels, labels);
    }

    private static byte[] content(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            if (content.length == 0 || content.length % RECORD != 0) {
                throw new InvalidInputException(
                        "%s has %d bytes, no multiple of %d (a label and 3 x 32 x 32 values): it is truncated or of another format"
                                .formatted(file, content.length, RECORD));
            }
            return content;
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }
}
