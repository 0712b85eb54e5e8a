package org.salient4j.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Provenance;

/**
 * What was timed, and where: times mean nothing without it.
 *
 * @param salient4j the version of this software
 * @param nd4j the version of ND4J
 * @param backend the ND4J backend that computed
 * @param executioner what its ops passed through
 * @param blas the processor that OpenBLAS was told to compute for, empty where it chose itself
 * @param java the Java runtime
 * @param threads threads of one op
 * @param cpu the processor's name, its architecture where the system does not tell
 * @param cpus the processors the Java runtime may use
 * @param time when, UTC, ISO 8601
 */
public record BenchEnvironment(
        String salient4j,
        String nd4j,
        String backend,
        String executioner,
        String blas,
        String java,
        int threads,
        String cpu,
        int cpus,
        String time) {

    /** This process, here and now. */
    static BenchEnvironment now(int threads) {
        Provenance here = Provenance.now(null, List.of());
        return new BenchEnvironment(
                here.salient4j(),
                here.nd4j(),
                here.backend(),
                Nd4j.getExecutioner().getClass().getSimpleName(),
                Objects.requireNonNullElse(System.getenv("OPENBLAS_CORETYPE"), ""),
                here.java(),
                threads,
                processor(),
                here.cpus(),
                here.time());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(BenchEnvironment::architecture);
        } catch (IOException e) {
            return architecture(); // not Linux
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }
}
