package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;

/** PyTorch's and Captum's numbers come out of the files that the commands write. */
class GoldenFilesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"--double, 1e-6", "--float, 1e-4"})
    void should_give_the_logits_of_pytorch(String type, double tolerance) {
        Path logits = folder.resolve("logits.npy");
        Cli.ok("predict", "--model", model(type), "--input", golden("lstm/input"), "--out", logits);
        assertClose(logits, "lstm/logits", tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "--double, gradient, gradient, 1e-6",
        "--float, gradient, gradient, 1e-4",
        "--double, integrated-gradients, integrated_gradients_gl50, 1e-6",
        "--float, integrated-gradients, integrated_gradients_gl50, 1e-4"
    })
    void should_give_the_attributions_of_captum(
            String type, String method, String expected, double tolerance) {
        Path labels = folder.resolve("y.npy");
        NpyFile.write(labels, NpyFile.read(golden("lstm/label")).castTo(DataType.INT32));
        Path out = folder.resolve("a.npy");
        Cli.ok(
                "explain",
                "--model",
                model(type),
                "--input",
                golden("lstm/input"),
                "--target",
                labels,
                "--method",
                method,
                "--out",
                out);
        assertClose(out, "lstm/" + expected, tolerance);
    }

    @Test
    void should_take_the_type_of_the_arrays_unless_told() {
        Path model = folder.resolve("model.npz");
        Cli run = Cli.ok("import", "--network", "lstm", "--weights", weights(), "--out", model);
        assertThat(run.err())
                .contains("\"hidden\":5", "\"features\":50", "1152 parameters", "DOUBLE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void should_score_as_the_official_code(int set) {
        INDArray members = NpyFile.read(golden("metrics/set_members"));
        INDArray maps = NpyFile.read(golden("metrics/maps"));
        INDArray boxes = NpyFile.read(golden("metrics/boxes"));
        List<Integer> rows = new ArrayList<>();
        for (int map = 0; map < maps.size(0); map++) {
            if (members.getDouble(set, map) == 1) {
                rows.add(map);
            }
        }
        double[] attributions = new double[rows.size() * 2500];
        boolean[] truth = new boolean[attributions.length];
        double[] all = HostArray.doubles(maps);
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(all, rows.get(i) * 2500, attributions, i * 2500, 2500);
            for (int t = 0; t < 50; t++) {
                for (int f = 0; f < 50; f++) {
                    truth[i * 2500 + t * 50 + f] = inside(boxes, rows.get(i), t, f);
                }
            }
        }
        Path a = folder.resolve("a.npy");
        Path b = folder.resolve("truth.npy");
        NpyFile.write(a, Nd4j.create(attributions, new long[] {rows.size(), 50, 50}, 'c'));
        NpyFile.write(b, Nd4j.createFromArray(truth).reshape(rows.size(), 50, 50));
        JsonNode metrics =
                Json.parse(
                                Cli.ok("score", "--attributions", a, "--truth", b).out(),
                                JsonNode.class,
                                "score")
                        .get("metrics");
        INDArray areas = NpyFile.read(golden("metrics/set_aup_aur_aupr"));
        assertThat(metrics.at("/aup/mean").asDouble())
                .isCloseTo(areas.getDouble(set, 0), within(1e-9));
        assertThat(metrics.at("/aur/mean").asDouble())
                .isCloseTo(areas.getDouble(set, 1), within(1e-9));
        assertThat(metrics.at("/aupr/mean").asDouble())
                .isCloseTo(areas.getDouble(set, 2), within(1e-9));
    }

    private static boolean inside(INDArray boxes, int map, int t, int f) {
        return t >= boxes.getInt(map, 0)
                && t < boxes.getInt(map, 1)
                && f >= boxes.getInt(map, 2)
                && f < boxes.getInt(map, 3);
    }

    private Path model(String type) {
        Path model = folder.resolve("model.npz");
        Cli.ok("import", "--network", "lstm", "--weights", weights(), type, "--out", model);
        return model;
    }

    private static Path weights() {
        return golden("lstm/weights/fc.bias").getParent();
    }

    private static Path golden(String name) {
        try {
            return Path.of(GoldenFilesTest.class.getResource("/golden/" + name + ".npy").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Relative to the largest expected number. */
    private static void assertClose(Path file, String expectedName, double tolerance) {
        double[] found = HostArray.doubles(NpyFile.read(file));
        double[] expected = HostArray.doubles(NpyFile.read(golden(expectedName)));
        double scale = 0;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        assertThat(found).containsExactly(expected, within(tolerance * scale));
    }
}
