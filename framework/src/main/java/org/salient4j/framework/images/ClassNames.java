package org.salient4j.framework.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;

/** The names of classes, one a line in a file, or numbers where there is none. */
final class ClassNames {
    private ClassNames() {}

    /**
     * @param file the names; it need not exist
     * @param count how many classes the labels ask for, at least
     * @throws InvalidInputException if there is a file and it has fewer names
     */
    static List<String> read(Path file, int count) {
        if (!Files.exists(file)) {
            return IntStream.range(0, count).mapToObj(String::valueOf).toList();
        }
        try {
            List<String> names =
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
            if (names.size() < count) {
                throw new InvalidInputException(
                        "%s names %d classes, the labels need %d"
                                .formatted(file, names.size(), count));
            }
            return names;
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }
}
