package org.salient4j.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What made a result: enough to make it again, and to see why another machine got other digits.
 *
 * @param salient4j the version of this software
 * @param nd4j the version of ND4J it was built with
 * @param backend the ND4J backend that computed
 * @param java the Java runtime
 * @param os the operating system and its architecture
 * @param cpus the processors the Java runtime may use
 * @param seed the seed of the run; null if nothing random was done
 * @param command the command line, word by word; empty if called from Java
 * @param time when it was made, UTC, ISO 8601
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(
        String salient4j,
        String nd4j,
        String backend,
        String java,
        String os,
        int cpus,
        Long seed,
        List<String> command,
        String time) {

    /** Copies the command. */
    public Provenance {
        command = command == null ? List.of() : List.copyOf(command);
    }

    /**
     * The provenance of what is computed here and now. Starts the ND4J backend if it is not
     * running.
     *
     * @param seed the seed of the run, or null
     * @param command the command line, empty if there is none
     */
    public static Provenance now(Seed seed, List<String> command) {
        Properties versions = versions();
        return new Provenance(
                versions.getProperty("salient4j"),
                versions.getProperty("nd4j"),
                Nd4j.getBackend().getClass().getSimpleName(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                seed == null ? null : seed.value(),
                command,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The version of this software. */
    public static String version() {
        return versions().getProperty("salient4j");
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = Provenance.class.getResourceAsStream("version.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
