package org.salient4j.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.NumberTable;
import org.salient4j.framework.graph.HostArray;
import picocli.CommandLine.Option;

/** Where the trials of a recording begin. */
final class TrialsOption {

    @Option(
            names = "--trials",
            paramLabel = "FILE",
            description =
                    "First steps of a recording's trials, from 0, .npy or .csv; no window and no"
                            + " time offset reaches across their ends (default: one trial).")
    private Path file;

    boolean given() {
        return file != null;
    }

    /** The first step of every trial. */
    int[] starts() {
        if (file == null) {
            return new int[] {0};
        }
        double[] numbers = HostArray.doubles(NumberTable.read(file).values());
        for (double number : numbers) {
            if (number != Math.rint(number) || number < 0 || number > Integer.MAX_VALUE) {
                throw new InvalidInputException(
                        "%s must hold whole numbers from 0, found %s".formatted(file, number));
            }
        }
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }
}
