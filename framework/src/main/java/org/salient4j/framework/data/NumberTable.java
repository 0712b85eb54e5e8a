package org.salient4j.framework.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.NpyFile;

/**
 * Numbers in rows and columns from a file, such as a recording: a row a time step, a column a
 * neuron. A {@code .npy} file holds [rows, columns] or [rows]; a {@code .csv} file, read by
 * DataVec, has commas and may begin with a line of names.
 *
 * @param columns the columns' names; empty where the file has none
 * @param values DOUBLE, [rows, columns], finite
 */
public record NumberTable(List<String> columns, INDArray values) {
    private static final String CSV = ".csv";

    /** Keeps its own list. */
    public NumberTable {
        columns = List.copyOf(columns);
    }

    /**
     * Reads a file.
     *
     * @param file a {@code .npy} or {@code .csv} file
     * @throws InvalidInputException if it cannot be read, is of another kind, empty or ragged, or a
     *     value is not a finite number; the message names the row and column
     */
    public static NumberTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            String found = Files.isDirectory(file) ? "it is a folder" : "no such file";
            throw new InvalidInputException("cannot read " + file + ": " + found);
        }
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(CSV);
        return csv ? readCsv(file) : readNpy(file);
    }

    /**
     * The columns whose names are a prefix and a number, in the order of the numbers: {@code x0},
     * {@code x1}, …
     *
     * @return DOUBLE, [rows, columns]
     * @throws InvalidInputException if there is none, or a number is missing
     */
    public INDArray numbered(String prefix, Path file) {
        int count = (int) columns.stream().filter(name -> name.matches(prefix + "\\d+")).count();
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = columns.indexOf(prefix + i);
            if (places[i] < 0) {
                throw new InvalidInputException(
                        "%s must have the columns %s0 to %s%d, has no %s%d"
                                .formatted(file, prefix, prefix, count - 1, prefix, i));
            }
        }
        if (count == 0) {
            throw new InvalidInputException(
                    "%s must have the columns %s0, %s1, …; it has %s"
                            .formatted(file, prefix, prefix, columns));
        }
        return values.getColumns(places).dup('c');
    }

    private static NumberTable readNpy(Path file) {
        INDArray array = NpyFile.read(file);
        if (array.rank() < 1 || array.rank() > 2 || array.isEmpty()) {
            throw new InvalidInputException(
                    "%s must be [rows, columns] or [rows], found %s"
                            .formatted(file, Arrays.toString(array.shape())));
        }
        int rows = (int) array.size(0);
        double[] all = HostArray.doubles(array.castTo(DataType.DOUBLE));
        int width = all.length / rows;
        for (int i = 0; i < all.length; i++) {
            if (!Double.isFinite(all[i])) {
                throw notFinite(file, i / width + 1L, "column " + (i % width + 1), all[i] + "");
            }
        }
        return new NumberTable(List.of(), HostArray.of(all, DataType.DOUBLE, rows, width));
    }

    private static NumberTable readCsv(Path file) {
        List<List<Writable>> lines = new ArrayList<>();
        try (CSVRecordReader reader = new CSVRecordReader()) {
            reader.initialize(new FileSplit(file.toFile()));
            while (reader.hasNext()) {
                lines.add(reader.next());
            }
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidInputException("reading " + file + " was interrupted", e);
        }
        boolean named = !lines.isEmpty() && lines.get(0).stream().noneMatch(NumberTable::isNumber);
        List<String> names =
                named
                        ? lines.get(0).stream().map(name -> name.toString().strip()).toList()
                        : List.of();
        int first = named ? 1 : 0;
        if (lines.size() == first) {
            throw new InvalidInputException(file + " must hold rows of numbers, holds none");
        }
        return new NumberTable(names, numbers(lines, first, names, file));
    }

    private static INDArray numbers(
            List<List<Writable>> lines, int first, List<String> names, Path file) {
        int width = lines.get(0).size();
        double[] all = new double[(lines.size() - first) * width];
        int at = 0;
        for (int line = first; line < lines.size(); line++) {
            List<Writable> fields = lines.get(line);
            if (fields.size() != width) {
                throw new InvalidInputException(
                        "%s, line %d: expected %d columns as in line 1, found %d"
                                .formatted(file, line + 1, width, fields.size()));
            }
            for (int column = 0; column < width; column++) {
                String text = fields.get(column).toString().strip();
                String called =
                        names.isEmpty() ? "column " + (column + 1) : "column " + names.get(column);
                double value;
                try {
                    value = Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw notFinite(file, line + 1L, called, "'" + text + "'");
                }
                if (!Double.isFinite(value)) {
                    throw notFinite(file, line + 1L, called, text);
                }
                all[at++] = value;
            }
        }
        return HostArray.of(all, DataType.DOUBLE, lines.size() - first, width);
    }

    private static boolean isNumber(Writable field) {
        try {
            return !Double.isNaN(Double.parseDouble(field.toString().strip()));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static InvalidInputException notFinite(
            Path file, long row, String column, String found) {
        return new InvalidInputException(
                "%s, row %d, %s: expected a finite number, found %s"
                        .formatted(file, row, column, found));
    }

    /** The number of rows. */
    public int rows() {
        return (int) values.size(0);
    }

    /** The number of columns. */
    public int width() {
        return (int) values.size(1);
    }
}
