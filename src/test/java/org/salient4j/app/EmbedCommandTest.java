package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.contrastive.ContrastiveOptions;
import org.salient4j.framework.contrastive.ContrastiveTask;
import org.salient4j.framework.contrastive.ContrastiveTrainer;
import org.salient4j.framework.contrastive.EmbeddingConfig;
import org.salient4j.framework.contrastive.NeuralRecording;
import org.salient4j.framework.contrastive.TimeOffset;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.Network;

/** What a neuroscientist runs on own recordings, from files to a map. */
class EmbedCommandTest {
    @TempDir static Path folder;

    private static Path recording;

    @BeforeAll
    static void simulate() {
        recording = folder.resolve("recording");
        Cli.ok(
                "simulate",
                "--recording",
                "latent-dynamics",
                "--samples",
                500,
                "--seed",
                3,
                "--set",
                "d1=2",
                "--set",
                "d2=2",
                "--set",
                "n1=6",
                "--set",
                "n2=6",
                "--out",
                recording);
    }

    private static Path config(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json);
    }

    private static Path neurons() {
        return recording.resolve("neurons.npy");
    }

    @Test
    void should_go_from_a_recording_to_a_map() throws IOException {
        Path config =
                config(
                        "encoder.json",
                        """
                        {"model": "offset1-model-mse-clip-5-5", "dimension": 4,
                         "objectives": [
                           {"name": "time", "from": 0, "to": 4, "positives": "time-offset",
                            "settings": {"offset": 1}},
                           {"name": "label", "from": 2, "to": 4, "positives": "time-delta",
                            "settings": {"columns": [2, 3]}}],
                         "training": {"steps": 60, "stepsPerEpoch": 20, "batchSize": 64}}
                        """);
        Path model = folder.resolve("encoder.npz");

        Cli embed =
                Cli.ok(
                        "embed",
                        "--data",
                        neurons(),
                        "--labels",
                        recording.resolve("latents.npy"),
                        "--config",
                        config,
                        "--seed",
                        7,
                        "--out",
                        model);
        Path embedding = folder.resolve("embedding.npy");
        Cli.ok("transform", "--model", model, "--data", neurons(), "--out", embedding);
        Path attributions = folder.resolve("a.npy");
        Path map = folder.resolve("map.npy");
        Cli explain =
                Cli.ok(
                        "explain",
                        "--model",
                        model,
                        "--input",
                        neurons(),
                        "--method",
                        "inverted-neuron-gradient",
                        "--samples",
                        40,
                        "--out",
                        attributions,
                        "--map",
                        map);

        assertThat(embed.out()).contains("time", "label", "jacobian", "encoder.npz");
        assertThat(embed.out())
                .containsPattern("label +\\d\\.\\d+  goodness of fit -?\\d\\.\\d+ nats")
                .doesNotContainPattern("total.*goodness");
        assertThat(NpyFile.read(embedding).shape()).containsExactly(500, 4);
        assertThat(NpyFile.read(attributions).shape()).containsExactly(40, 4, 12);
        assertThat(explain.err()).contains("rank min 4, median 4.0, max 4 of 40 samples");
        INDArray mean = Nd4j.math().abs(NpyFile.read(attributions)).mean(0);
        assertThat(mean.equalsWithEps(NpyFile.read(map), 1e-12)).isTrue();
    }

    @Test
    void should_resume_to_the_same_bits() throws IOException {
        String text =
                """
                {"model": "offset10-model", "units": 8, "dimension": 3,
                 "training": {"steps": %d, "stepsPerEpoch": 5, "batchSize": 32, "lambda": 0.01}}
                """;
        Path config = config("whole.json", text.formatted(20));
        Path whole = folder.resolve("whole.npz");
        Cli.ok("embed", "--data", neurons(), "--config", config, "--out", whole);

        Path again = folder.resolve("again.npz");
        Cli fresh =
                Cli.ok(
                        "embed",
                        "--data",
                        neurons(),
                        "--config",
                        config,
                        "--out",
                        again,
                        "--resume");
        Path first = folder.resolve("first.npy");
        Path second = folder.resolve("second.npy");
        Cli.ok("transform", "--model", whole, "--data", neurons(), "--out", first);
        Cli.ok("transform", "--model", again, "--data", neurons(), "--out", second);

        assertThat(fresh.err()).contains("is not there yet: training from the start");
        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
    }

    @Test
    void should_fit_labels_and_read_csv() throws IOException {
        StringBuilder csv = new StringBuilder("a,b,c\n");
        StringBuilder labels = new StringBuilder("speed\n");
        for (int t = 0; t < 80; t++) {
            csv.append(Math.sin(t)).append(',').append(Math.cos(t)).append(',').append(t % 7);
            csv.append('\n');
            labels.append(Math.sin(t) + Math.cos(t)).append('\n');
        }
        Path data = Files.writeString(folder.resolve("d.csv"), csv);
        Path label = Files.writeString(folder.resolve("l.csv"), labels);
        Path config =
                config(
                        "supervised.json",
                        """
                        {"model": "offset1-model-mse", "dimension": 1,
                         "objectives": [{"name": "speed", "from": 0, "to": 1, "labels": [0]}],
                         "training": {"steps": 200, "stepsPerEpoch": 50, "batchSize": 32,
                                      "learningRate": 0.005, "lambda": 0}}
                        """);

        Cli embed =
                Cli.ok(
                        "embed",
                        "--data",
                        data,
                        "--labels",
                        label,
                        "--config",
                        config,
                        "--out",
                        folder.resolve("s.npz"));

        double loss = Double.parseDouble(embed.out().split("speed")[1].strip().split("\\s")[0]);
        assertThat(loss).isLessThan(0.05);
    }

    @Test
    void should_explain_an_encoder_within_trials_and_in_one_shape() throws IOException {
        Path model = encoder("shapes.npz", "offset10-model");
        Path single = encoder("single.npz", "offset1-model-mse-clip-5-5");
        Path trials = folder.resolve("two.npy");
        NpyFile.write(trials, Nd4j.createFromArray(0, 250));

        INDArray whole = explained("whole.npy", model, "neuron-gradient");
        INDArray apart = explained("apart.npy", model, "neuron-gradient", "--trials", trials);

        assertThat(whole.shape()).containsExactly(250, 3, 10, 12);
        assertThat(apart.shape()).containsExactly(250, 3, 10, 12);
        assertThat(apart.equalsWithEps(whole, 1e-9)).isFalse();
        assertThat(explained("inverse.npy", model, "inverted-neuron-gradient").shape())
                .containsExactly(250, 3, 12);
        for (String method :
                List.of("neuron-gradient-shap", "neuron-gradient", "inverted-neuron-gradient")) {
            assertThat(explained(method + ".npy", single, method).shape())
                    .containsExactly(250, 3, 12);
        }
        assertThat(explained("regression.npy", single, "linear-regression").shape())
                .containsExactly(1, 3, 12);
    }

    private static Path encoder(String name, String model) throws IOException {
        Path config =
                config(
                        name + ".json",
                        """
                        {"model": "%s", "dimension": 3,
                         "training": {"steps": 5, "stepsPerEpoch": 5, "batchSize": 32}}
                        """
                                .formatted(model));
        Path file = folder.resolve(name);
        Cli.ok("embed", "--data", neurons(), "--config", config, "--out", file);
        return file;
    }

    private static INDArray explained(String name, Path model, String method, Object... more) {
        Path file = folder.resolve(name);
        List<Object> words =
                new ArrayList<>(
                        List.of(
                                "explain",
                                "--model",
                                model,
                                "--input",
                                neurons(),
                                "--method",
                                method,
                                "--out",
                                file));
        words.addAll(List.of(more));
        Cli.ok(words.toArray());
        return NpyFile.read(file);
    }

    @Test
    void should_refuse_in_one_line_what_an_encoder_cannot_be_asked() throws IOException {
        Path model = encoder("asked.npz", "offset10-model");
        Path out = folder.resolve("never.npy");
        Object[] start = {"explain", "--model", model, "--input", neurons(), "--out", out};
        refused(
                "is an encoder and 'gradient' explains classes: take a method of 'salient4j list"
                        + " embedding-methods', such as neuron-gradient",
                words(start, "--method", "gradient"));
        refused(
                "unknown embedding method 'neuron-gradent': did you mean 'neuron-gradient'?",
                words(start, "--method", "neuron-gradent"));
        refused(
                "--target is a class: an encoder has none",
                words(start, "--method", "neuron-gradient", "--target", "predicted"));
        refused(
                "--out and --map must be two files",
                words(start, "--method", "neuron-gradient", "--map", out));
        refused(
                "there is no folder",
                words(
                        start,
                        "--method",
                        "neuron-gradient",
                        "--map",
                        folder.resolve("nowhere/map.npy")));
        refused(
                "linear-regression takes all time steps together",
                words(start, "--method", "linear-regression", "--samples", 5));
        refused(
                "trial 1 has 5 steps",
                words(
                        start,
                        "--method",
                        "neuron-gradient",
                        "--trials",
                        trials("late.npy", 0, 495)));
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("nowhere")).doesNotExist();
        refused(
                "there is no folder",
                "embed",
                "--data",
                neurons(),
                "--config",
                config("any.json", "{\"model\": \"offset10-model\", \"dimension\": 3}"),
                "--out",
                folder.resolve("nowhere/encoder.npz"));
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private static Path trials(String name, int... starts) {
        Path file = folder.resolve(name);
        NpyFile.write(file, Nd4j.createFromArray(starts));
        return file;
    }

    private static Object[] words(Object[] start, Object... more) {
        return Stream.concat(Arrays.stream(start), Arrays.stream(more)).toArray();
    }

    @Test
    void should_say_that_a_training_has_not_ended() {
        Path model = folder.resolve("half.npz");
        NeuralRecording data = new NeuralRecording(NpyFile.read(neurons()));
        new ContrastiveTrainer(
                        new ContrastiveOptions().withStepsPerEpoch(5).withSteps(10), Seed.of(1))
                .withCheckpoint(model)
                .fit(
                        Network.initialise(
                                new EmbeddingConfig("offset10-model", 8, 3, null, null).encoder(12),
                                DataType.FLOAT,
                                Seed.of(1)),
                        data,
                        List.of(ContrastiveTask.of("time", 0, 3, new TimeOffset())),
                        null);

        Cli run =
                Cli.ok(
                        "transform",
                        "--model",
                        model,
                        "--data",
                        neurons(),
                        "--out",
                        folder.resolve("half.npy"));

        assertThat(run.err())
                .contains(
                        "half.npz is of a training that has not ended (2 epochs done): finish it"
                                + " with --resume");
    }

    @Test
    void should_end_a_training_that_only_scales_the_embedding() throws IOException {
        Path config =
                config(
                        "scale.json",
                        """
                        {"model": "offset1-model-mse", "dimension": 4,
                         "objectives": [{"name": "near", "from": 0, "to": 4,
                            "positives": "delta-normal", "settings": {"delta": 1e-6}}],
                         "training": {"steps": 2000, "stepsPerEpoch": 20, "batchSize": 64,
                                      "learningRate": 0.003, "lambda": 0}}
                        """);

        Cli run =
                Cli.run(
                        "embed",
                        "--data",
                        neurons(),
                        "--labels",
                        recording.resolve("latents.npy"),
                        "--config",
                        config,
                        "--out",
                        folder.resolve("scale.npz"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().strip().lines().reduce((first, last) -> last).orElseThrow())
                .contains("training diverged", "Take a model that clips")
                .doesNotContain("clipNorm");
    }

    @Test
    void should_say_in_one_line_what_is_wrong() throws IOException {
        Path out = folder.resolve("never.npz");
        Path config = config("good.json", "{\"model\": \"offset10-model\", \"dimension\": 3}");
        Path short100 = folder.resolve("short.npy");
        NpyFile.write(short100, Nd4j.rand(100, 2));
        refused(
                "expected a row of labels for every step of the data, found 100 and 500 rows",
                "embed",
                "--data",
                neurons(),
                "--labels",
                short100,
                "--config",
                config,
                "--out",
                out);
        Path flat = folder.resolve("flat.npy");
        NpyFile.write(flat, Nd4j.zeros(50, 3));
        refused(
                "columns of the data never change",
                "embed",
                "--data",
                flat,
                "--config",
                config,
                "--out",
                out);
        Path trials = folder.resolve("trials.npy");
        NpyFile.write(trials, Nd4j.createFromArray(0, 495));
        refused(
                "trial 1 has 5 steps",
                "embed",
                "--data",
                neurons(),
                "--trials",
                trials,
                "--config",
                config,
                "--out",
                out);
        Path gaps =
                config(
                        "gaps.json",
                        "{\"model\": \"offset10-model\", \"dimension\": 3, \"objectives\":"
                                + " [{\"name\": \"a\", \"from\": 1, \"to\": 3, \"positives\":"
                                + " \"time-offset\"}]}");
        refused(
                "ranges must leave no gap",
                "embed",
                "--data",
                neurons(),
                "--config",
                gaps,
                "--out",
                out);
        Path large =
                config(
                        "large.json",
                        "{\"model\": \"offset10-model\", \"dimension\": 3, \"training\":"
                                + " {\"batchSize\": 501}}");
        refused(
                "batchSize must be at most the recording's 500 steps, was 501",
                "embed",
                "--data",
                neurons(),
                "--config",
                large,
                "--out",
                out);
        Path unknown = config("unknown.json", "{\"model\": \"offset1-modle\", \"dimension\": 3}");
        refused(
                "was offset1-modle",
                "embed",
                "--data",
                neurons(),
                "--config",
                unknown,
                "--out",
                out);
        Path setting =
                config(
                        "setting.json",
                        "{\"model\": \"offset10-model\", \"dimension\": 3, \"training\":"
                                + " {\"batch\": 5}}");
        refused("'batch'", "embed", "--data", neurons(), "--config", setting, "--out", out);
        Path list =
                config(
                        "list.json",
                        "{\"model\": \"offset10-model\", \"dimension\": 3, \"training\": [1, 2]}");
        refused(
                "list.json: training must be an object with parts, was [1,2]",
                "embed",
                "--data",
                neurons(),
                "--config",
                list,
                "--out",
                out);
        assertThat(out).doesNotExist();
    }

    private static void refused(String message, Object... words) {
        Cli run = Cli.run(words);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().strip().lines()).hasSize(1);
    }
}
