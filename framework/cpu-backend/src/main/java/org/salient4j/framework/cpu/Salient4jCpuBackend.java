package org.salient4j.framework.cpu;

import org.nd4j.common.io.ClassPathResource;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J's CPU backend with {@link KernelExecutioner} as its op executioner.
 *
 * <p>ND4J finds it by {@link java.util.ServiceLoader} and prefers it to the stock CPU backend; a
 * CUDA backend, whose priority is 100, is still preferred to both. Arrays, memory and random
 * numbers are those of the stock backend.
 *
 * <p>The system property {@code salient4j.backend} chooses: {@code fast} (the default) or {@code
 * stock}, which makes this backend unavailable, so that ND4J loads its own. It is read once, when
 * ND4J starts. Use {@code stock} to compare numbers or times with plain ND4J.
 */
public class Salient4jCpuBackend extends CpuBackend {
    /** The system property that chooses between {@code fast} and {@code stock}. */
    public static final String PROPERTY = "salient4j.backend";

    /** For {@link java.util.ServiceLoader}. */
    public Salient4jCpuBackend() {}

    /**
     * Whether {@value #PROPERTY} leaves the fast kernels on.
     *
     * @throws IllegalArgumentException if the property is neither {@code fast} nor {@code stock}
     */
    @Override
    public boolean isAvailable() {
        String choice = System.getProperty(PROPERTY, "fast");
        return switch (choice) {
            case "fast" -> true;
            case "stock" -> false;
            default ->
                    throw new IllegalArgumentException(
                            PROPERTY + " must be fast or stock, was " + choice);
        };
    }

    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public Resource getConfigurationResource() {
        return new ClassPathResource(
                "/salient4j-cpu.properties", Salient4jCpuBackend.class.getClassLoader());
    }
}
