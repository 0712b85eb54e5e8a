package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinTest {
    private static final Path SOURCES = Path.of("src/main/java/org/salient4j/framework/cpu");

    @ParameterizedTest
    @CsvSource({
        "FloatBlock, DoubleBlock",
        "FloatConvolution, DoubleConvolution",
        "FloatLstm, DoubleLstm",
        "FloatMatrices, DoubleMatrices",
        "FloatOnes, DoubleOnes",
        "FloatPhases, DoublePhases",
        "FloatPlanes, DoublePlanes",
        "FloatRows, DoubleRows",
        "FloatScratch, DoubleScratch",
        "FloatSlabs, DoubleSlabs",
        "FloatSteps, DoubleSteps",
        "OffHeapFloats, OffHeapDoubles"
    })
    void should_have_the_same_source_for_both_types(String floats, String doubles)
            throws IOException {
        String expected =
                source(floats)
                        .replace("Float", "Double")
                        .replace("float", "double")
                        .replace("cblas_sgemm", "cblas_dgemm")
                        .replace("cblas_saxpy", "cblas_daxpy")
                        .replaceAll("([0-9])f\\b", "$1");

        assertThat(withoutSpace(source(doubles))).isEqualTo(withoutSpace(expected));
    }

    private static String source(String name) throws IOException {
        return Files.readString(SOURCES.resolve(name + ".java"));
    }

    /** Lines break elsewhere in the longer words. */
    private static String withoutSpace(String source) {
        return source.replaceAll("[\\s*]+", "");
    }
}
