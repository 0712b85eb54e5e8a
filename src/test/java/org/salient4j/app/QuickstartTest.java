package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;

class QuickstartTest {

    /**
     * A real quick start takes minutes: its results are put there before, from a smaller training.
     */
    @Test
    void should_compute_nothing_twice_and_end_with_the_report(@TempDir Path folder)
            throws Exception {
        VanishingSaliency quick = VanishingSaliency.quick();
        VanishingSaliency small =
                new VanishingSaliency(
                        quick.presets(),
                        quick.networks(),
                        quick.seeds(),
                        Map.of(
                                "train",
                                "20",
                                "validation",
                                "5",
                                "test",
                                "4",
                                "hidden",
                                "3",
                                "options.epochs",
                                "1"));
        VanishingResult result =
                small.run(small.cells().get(0), new CellContext(Seed.of(1), state -> {}));
        ResultStore<VanishingCell, VanishingResult> store = ResultStore.open(folder, quick);
        for (VanishingCell cell : quick.cells()) {
            store.put(cell, result, 1, Provenance.now(null, List.of()));
        }
        Cli run = Cli.ok("quickstart", "--out", folder);
        assertThat(run.err()).contains("vanishing-saliency (27 kept): 0/0");
        assertThat(run.out()).contains("quick", "early", "late").endsWith("report.html\n");
        assertThat(folder.resolve("report.html")).exists();
    }
}
