package org.salient4j.benchmarks.xcebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.framework.Seed;

/**
 * The reference configuration at its whole size, on one drawn recording. The reference program's
 * means over its own recordings are 0.989 and 0.948 with the penalty.
 */
@Tag("slow")
class XcebraAcceptanceTest {
    /** Of the methods and statistics that are not asked about here, as little as possible. */
    private static final Map<String, String> REST =
            Map.of(
                    "integralSteps", "1",
                    "draws", "1",
                    "permutations", "1",
                    "resamples", "100",
                    "shuffles", "9");

    @Test
    void should_find_the_map_as_well_as_the_reference_does() throws Exception {
        Xcebra experiment =
                new Xcebra(
                        List.of(),
                        1,
                        List.of(EncoderTraining.CONTRASTIVE),
                        List.of(0.0, 0.1),
                        false,
                        REST);
        List<XcebraResult> results = new ArrayList<>();
        for (XcebraCell cell : experiment.cells()) {
            results.add(experiment.run(cell, new CellContext(Seed.of(1), state -> {})));
        }
        XcebraResult plain = results.get(0);
        XcebraResult penalised = results.get(1);

        assertThat(plain.r2()).isGreaterThan(0.96);
        assertThat(penalised.r2()).isGreaterThan(0.96);
        assertThat(auroc(penalised, MapMethods.INVERTED))
                .isGreaterThanOrEqualTo(0.98)
                .isGreaterThan(auroc(plain, MapMethods.INVERTED));
        assertThat(auroc(penalised, MapMethods.NEURON_GRADIENT))
                .isGreaterThanOrEqualTo(0.93)
                .isGreaterThan(auroc(plain, MapMethods.NEURON_GRADIENT));
    }

    private static double auroc(XcebraResult result, String method) {
        return result.methods().get(method).auroc();
    }
}
