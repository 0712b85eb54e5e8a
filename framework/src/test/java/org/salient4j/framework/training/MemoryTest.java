package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.losses.SaliencyGuidedObjective;

/** Ten thousand steps in flat memory; the figures are left in target/rss.txt. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class MemoryTest {
    private static final int STEPS = 10_000;
    private static final int SETTLED = 500;

    @Test
    void should_hold_its_memory_over_ten_thousand_steps() throws IOException {
        Examples train = new Examples(Nd4j.rand(DataType.FLOAT, 500, 50, 50), new int[500]);
        for (int i = 0; i < 500; i += 2) {
            train.labels()[i] = 1;
        }
        Network network = Network.initialise(new LstmClassifier(), DataType.FLOAT, Seed.of(7));
        List<long[]> figures = new ArrayList<>();
        new Trainer(TrainingOptions.fixedBudget(STEPS / 10), Seed.of(7))
                .fit(
                        network,
                        new SaliencyGuidedObjective(),
                        train,
                        null,
                        new SaliencyGuidedListener(
                                network, new SaliencyGuidedOptions(), Seed.of(7)),
                        new Probe(figures));
        StringBuilder text = new StringBuilder("step resident_kB\n");
        figures.forEach(row -> text.append(row[0]).append(' ').append(row[1]).append('\n'));
        long settled = figures.stream().filter(row -> row[0] == SETTLED).findFirst().get()[1];
        long last = figures.get(figures.size() - 1)[1];
        text.append(
                String.format(
                        Locale.ROOT,
                        "growth after step %d: %.1f %%%n",
                        SETTLED,
                        100.0 * (last - settled) / settled));
        Files.writeString(Path.of("target", "rss.txt"), text);
        assertThat((double) last / settled).isLessThan(1.02);
    }

    private static final class Probe extends BaseListener {
        private final List<long[]> figures;

        Probe(List<long[]> figures) {
            this.figures = figures;
        }

        @Override
        public boolean isActive(Operation operation) {
            return true;
        }

        @Override
        public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
            int step = at.iteration() + 1;
            if (step % 500 == 0 || step == 100) {
                figures.add(new long[] {step, residentKilobytes()});
            }
        }

        private static long residentKilobytes() {
            try {
                for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                    if (line.startsWith("VmRSS:")) {
                        return Long.parseLong(line.replaceAll("\\D", ""));
                    }
                }
                throw new IllegalStateException("/proc/self/status names no VmRSS");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
