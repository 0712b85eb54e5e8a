package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the time-series benchmark refuses, before it trains anything. */
class TimeSeriesCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--quick --networks lsmt | unknown network 'lsmt'",
                "--quick --datasets midle | unknown dataset 'midle'",
                "--quick --seeds 0 | seeds must be at least 1, was 0",
                "--quick --masked-fractions 1.5 | maskedFractions must be in [0, 1], found 1.5",
                "--quick --preset papper | unknown preset 'papper'",
                "--quick --trainings guided | must be one of standard",
                "--quick --only network=lsmt | unknown network 'lsmt'",
                "--quick --set methods.smooth-grad.sigma=-3 | sigma must be finite and not negative",
                "--quick --set methods.integrated-gradients.steps=0 | steps must be at least 1",
                "--quick --set methods.deep-lift.mode=foo | foo",
                "--quick --set methods=gradient | methods has parts: set one, such as methods.deep-lift",
                "--masked-fractions 0.3 --only training=standard --only maskedFraction=0.3 | no cell"
                        + " with training=standard has maskedFraction=0.3",
                "--quick --set gate=2 | gate must be in [0, 1], was 2.0",
                "--quick --master local[2] | --executor spark",
            })
    void should_refuse_in_one_line(String words, String message, @TempDir Path folder) {
        Path out = folder.resolve("run");
        Cli run = Cli.run(words(words, out));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).contains(message).doesNotContain("\n", "java.");
        assertThat(Files.exists(out)).isFalse();
    }

    private static Object[] words(String words, Path out) {
        return ("benchmark time-series " + words + " --out " + out).split(" ");
    }

    @Test
    void should_help_without_complaints() {
        for (String command : new String[] {"compare", "benchmark", "report", "reproduce"}) {
            assertThat(Cli.ok(command, "--help").err()).isEmpty();
        }
    }
}
