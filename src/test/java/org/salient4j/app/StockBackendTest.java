package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.io.NpyFile;

/** What the project's kernels run, ND4J's own backend runs too. */
class StockBackendTest {

    @TempDir private Path folder;

    @Test
    void should_explain_recurrent_networks_alike() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path model = folder.resolve("m.npz");
        Cli.ok(
                "generate",
                "--dataset",
                "middle",
                "--train",
                40,
                "--test",
                5,
                "--seed",
                7,
                "--out",
                data);
        Cli.ok(
                "train",
                "--data",
                data,
                "--network",
                "lstm",
                "--epochs",
                1,
                "--seed",
                7,
                "--out",
                model);
        Path fast = folder.resolve("fast.npy");
        Path stock = folder.resolve("stock.npy");
        Cli.ok(explain(data, model, fast));
        ProcessBuilder builder = Cli.process(explain(data, model, stock));
        builder.command().add(1, "-Dsalient4j.backend=stock");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(text).isZero();
        INDArray expected = NpyFile.read(fast);
        double largest = expected.aminNumber().doubleValue() + expected.amaxNumber().doubleValue();
        assertThat(NpyFile.read(stock).sub(expected).amaxNumber().doubleValue())
                .isLessThan(1e-4 * largest);
    }

    private static Object[] explain(Path data, Path model, Path out) {
        return new Object[] {
            "explain",
            "--model",
            model,
            "--input",
            data.resolve("test").resolve("x.npy"),
            "--target",
            data.resolve("test").resolve("y.npy"),
            "--method",
            "deep-lift",
            "--out",
            out
        };
    }
}
