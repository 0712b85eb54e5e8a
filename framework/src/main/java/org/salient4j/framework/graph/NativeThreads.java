package org.salient4j.framework.graph;

import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

/**
 * How many threads one op of ND4J and one matrix product of its BLAS may use. On tensors of the
 * time-series benchmark's sizes one is fastest. ND4J makes its threads when it starts, {@code
 * OMP_NUM_THREADS} of them: fewer can be asked for later, more cannot.
 */
public final class NativeThreads {
    private NativeThreads() {}

    /**
     * Sets both, for the whole process.
     *
     * @param threads at least 1
     * @throws InvalidInputException if there is not at least one, or not so many were made
     */
    public static void use(int threads) {
        if (threads < 1) {
            throw new InvalidInputException("threads must be at least 1, was " + threads);
        }
        Environment environment = Nd4j.getEnvironment();
        if (threads > environment.maxThreads()) {
            throw new InvalidInputException(
                    "threads must be at most %d, was %d: start with OMP_NUM_THREADS=%d to have more"
                            .formatted(environment.maxThreads(), threads, threads));
        }
        environment.setMaxMasterThreads(threads);
        Nd4j.getNDArrayFactory().blas().setMaxThreads(threads);
    }
}
