package org.salient4j.framework.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.AtomicFolder;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;

/**
 * A folder of series that NumPy can read and write:
 *
 * <pre>
 * DIR/dataset.json                       the {@link DatasetCard}
 * DIR/{train,validation,test}/x.npy      [N, T, F] float32 or float64
 *                             y.npy      [N] integers, classes from 0
 *                             truth.npy  [N, T, F] bool, where known
 * </pre>
 *
 * <p>A folder made by hand needs no {@code dataset.json}: the sizes are then those of the arrays,
 * and the classes those of the labels, which must then have no gap.
 */
public final class SeriesDirectory {

    private static final String CARD = "dataset.json";

    private SeriesDirectory() {}

    /**
     * @param directory the folder
     * @throws InvalidInputException if the folder or a file is missing or holds something else; the
     *     message names the file
     */
    public static SeriesDataset read(Path directory) {
        if (!Files.isDirectory(directory)) {
            String found = Files.exists(directory) ? "it is a file" : "no such folder";
            throw new InvalidInputException("cannot read data from " + directory + ": " + found);
        }
        Map<Split, SeriesData> splits = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            if (Files.isDirectory(directory.resolve(split.folder()))) {
                splits.put(split, readSplit(directory.resolve(split.folder())));
            }
        }
        if (splits.isEmpty()) {
            throw new InvalidInputException(
                    directory + " holds no data: expected the folders train and test");
        }
        try {
            return new SeriesDataset(card(directory, splits), splits);
        } catch (InvalidInputException e) {
            throw named(directory, e);
        }
    }

    /** Whether the folder says itself what it holds; otherwise {@link #read} finds it out. */
    public static boolean hasCard(Path directory) {
        return Files.exists(directory.resolve(CARD));
    }

    /**
     * Writes the folder, whole or not at all.
     *
     * @param directory the folder; it must not exist or be empty
     * @throws InvalidInputException if there is something in the folder already
     * @throws FileWriteException if it cannot be written; nothing is left behind
     */
    public static void write(Path directory, SeriesDataset data) {
        requireFree(directory);
        AtomicFolder.write(
                directory,
                temporary -> {
                    data.splits().forEach((split, part) -> write(temporary, split, part));
                    Json.write(temporary.resolve(CARD), data.card());
                });
    }

    private static void write(Path directory, Split split, SeriesData data) {
        Path folder = directory.resolve(split.folder());
        NpyFile.write(folder.resolve("x.npy"), data.x());
        NpyFile.write(folder.resolve("y.npy"), Nd4j.createFromArray(data.labels()));
        if (data.truth() != null) {
            NpyFile.write(folder.resolve("truth.npy"), data.truth());
        }
    }

    private static SeriesData readSplit(Path folder) {
        INDArray x = NpyFile.read(folder.resolve("x.npy"));
        int[] labels = readLabels(folder.resolve("y.npy"));
        Path truthFile = folder.resolve("truth.npy");
        INDArray truth = Files.exists(truthFile) ? NpyFile.read(truthFile) : null;
        try {
            return new SeriesData(x, labels, truth);
        } catch (InvalidInputException e) {
            throw named(folder, e);
        }
    }

    /**
     * Labels from a file of integers.
     *
     * @param file a {@code .npy} file, [N] of an integer type
     * @throws InvalidInputException if it is anything else
     */
    public static int[] readLabels(Path file) {
        INDArray labels = NpyFile.read(file);
        boolean integers =
                labels.dataType() == DataType.INT32 || labels.dataType() == DataType.INT64;
        if (labels.rank() != 1 || !integers) {
            throw new InvalidInputException(
                    file
                            + " must be [samples] of integers, the class of each from 0, found "
                            + labels.dataType()
                            + " "
                            + Arrays.toString(labels.shape())
                            + ": in NumPy, "
                            + (labels.rank() == 2 && labels.size(1) > 1
                                    ? ".argmax(1) makes class indices of one-hot rows or scores"
                                    : ".astype('int64').ravel() makes class indices of whole"
                                            + " numbers"));
        }
        int[] classes = new int[(int) labels.length()];
        for (int i = 0; i < classes.length; i++) {
            long label = labels.getLong(i);
            if (label != (int) label) {
                throw new InvalidInputException(
                        file + ": y[" + i + "] is no class number: " + label);
            }
            classes[i] = (int) label;
        }
        return classes;
    }

    private static DatasetCard card(Path directory, Map<Split, SeriesData> splits) {
        if (hasCard(directory)) {
            return Json.read(directory.resolve(CARD), DatasetCard.class);
        }
        SeriesData any = splits.values().iterator().next();
        return new DatasetCard(
                directory.toAbsolutePath().getFileName().toString(),
                inferredClasses(splits),
                any.steps(),
                any.features(),
                null);
    }

    /** A gap is more often a slip in the labels than a class without examples. */
    private static int inferredClasses(Map<Split, SeriesData> splits) {
        TreeSet<Integer> labels = new TreeSet<>();
        splits.values().forEach(part -> IntStream.of(part.labels()).forEach(labels::add));
        int classes = labels.last() + 1;
        if (labels.size() < classes) {
            int absent =
                    IntStream.range(0, classes)
                            .filter(c -> !labels.contains(c))
                            .findFirst()
                            .orElseThrow();
            throw new InvalidInputException(
                    "labels go up to %d but none is %d: number the classes from 0 without gaps, or state \"classes\": %d in %s"
                            .formatted(classes - 1, absent, classes, CARD));
        }
        return classes;
    }

    private static InvalidInputException named(Path place, InvalidInputException e) {
        boolean already = e.getMessage().startsWith(place.toString());
        return already ? e : new InvalidInputException(place + ": " + e.getMessage(), e);
    }

    private static void requireFree(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidInputException(directory + " is a file, expected a new folder");
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new InvalidInputException(
                        directory + " is not empty: choose another folder or delete it first");
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + directory + ": " + AtomicFile.reason(e), e);
        }
    }
}
