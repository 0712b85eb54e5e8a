package org.salient4j.framework.text.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;

/** The lines of a text file in UTF-8, with their numbers. */
final class NumberedLines {
    private NumberedLines() {}

    /** What is done with a line. */
    interface Use {
        /** Takes a line and its number, from 1. */
        void line(long number, String text);
    }

    /**
     * Reads every line that is not blank. A broken letter is replaced, it does not cost the file.
     *
     * @throws InvalidInputException if the file cannot be read
     */
    static void read(Path file, Use use) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String text;
            for (long number = 1; (text = reader.readLine()) != null; number++) {
                if (!text.isBlank()) {
                    use.line(number, text);
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }
}
