package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.Seed;
import org.salient4j.framework.TinySeries;
import org.salient4j.framework.network.Network;
import org.salient4j.losses.SaliencyGuidedObjective;

class KilledTrainingTest {
    @TempDir Path folder;

    @Test
    void should_end_with_the_same_bits_after_its_process_was_killed() throws Exception {
        Path file = folder.resolve("run.npz");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                KilledTraining.class.getName(),
                                file.toString(),
                                "11")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log.txt").toFile())
                        .start();
        assertThat(process.waitFor()).isEqualTo(137);
        Network whole = KilledTraining.network(KilledTraining.SEED);
        new Trainer(KilledTraining.OPTIONS, KilledTraining.SEED)
                .fit(
                        whole,
                        new SaliencyGuidedObjective(),
                        TinySeries.examples(27, 1),
                        null,
                        KilledTraining.guided(whole));
        Network resumed = KilledTraining.network(Seed.of(99));
        TrainingResult result =
                new Trainer(KilledTraining.OPTIONS, KilledTraining.SEED)
                        .withCheckpoint(file)
                        .resume(
                                resumed,
                                new SaliencyGuidedObjective(),
                                TinySeries.examples(27, 1),
                                null,
                                KilledTraining.guided(resumed));
        assertThat(result.updates()).isEqualTo(16);
        for (String name : whole.parameters().names()) {
            assertThat(resumed.parameters().get(name).dup().data().asFloat())
                    .as(name)
                    .containsExactly(whole.parameters().get(name).dup().data().asFloat());
        }
    }
}
