package org.salient4j.framework.text.vectors;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.text.Findings;

/** The lines of a file of word vectors, one after the other; packed by gzip or not. */
final class VectorFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final String SHAPE = "expected lines 'word v1 … vD' with blanks between";

    private final Path path;
    private final BufferedReader reader;
    private final VectorLine line;
    private final Findings.Collector findings = new Findings.Collector();
    private final double[] sum;
    private final double[] squares;
    private String waiting;
    private long number;
    private long words;
    private long unusable;

    private VectorFile(Path path, BufferedReader reader) throws IOException {
        this.path = path;
        this.reader = reader;
        String first = nextLine();
        if (first == null) {
            throw new InvalidInputException(path + " is empty: " + SHAPE);
        }
        if (first.matches("\\d+ \\d+")) { // word2vec writes how many words and numbers there are
            first = nextLine();
        }
        int dimension = first == null ? 0 : VectorLine.numbers(first);
        if (dimension == 0) {
            throw new InvalidInputException(
                    "%s:%d: %s, found no number at the line's end".formatted(path, number, SHAPE));
        }
        line = new VectorLine(dimension);
        sum = new double[dimension];
        squares = new double[dimension];
        waiting = first;
    }

    static VectorFile open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            InputStream plain = packed ? new GZIPInputStream(in, BUFFER) : in;
            return new VectorFile(
                    path,
                    new BufferedReader(
                            new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Goes on to the next line that can be used.
     *
     * @return null at the end of the file
     */
    VectorLine next() throws IOException {
        String text;
        while ((text = waiting == null ? nextLine() : waiting) != null) {
            waiting = null;
            if (text.isEmpty()) {
                continue;
            }
            if (line.read(text)) {
                count(line.numbers());
                return line;
            }
            unusable++;
            findings.add(path, number, line.problem() + "; the line is not used");
        }
        return null;
    }

    /** Notes something about the current line. */
    void note(String what) {
        findings.add(path, number, what);
    }

    int dimension() {
        return sum.length;
    }

    /** The lines used until now. */
    long words() {
        return words;
    }

    /** The lines until now that are no vectors, or of another dimension. */
    long unusable() {
        return unusable;
    }

    /** The current line, from 1. */
    long line() {
        return number;
    }

    Findings findings() {
        return findings.findings();
    }

    /** The mean of the vectors until now. */
    double[] mean() {
        double[] mean = new double[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sum[i] / words;
        }
        return mean;
    }

    /** The standard deviation of each value until now. */
    double[] deviation() {
        double[] deviation = new double[sum.length];
        for (int i = 0; i < deviation.length; i++) {
            double mean = sum[i] / words;
            deviation[i] = Math.sqrt(Math.max(0, squares[i] / words - mean * mean));
        }
        return deviation;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void count(float[] numbers) {
        words++;
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += numbers[i];
            squares[i] += (double) numbers[i] * numbers[i];
        }
    }

    private String nextLine() throws IOException {
        String text = reader.readLine();
        number += text == null ? 0 : 1;
        return text == null ? null : text.stripTrailing();
    }
}
