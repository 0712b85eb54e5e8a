package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.data.SeriesDirectory;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.zoo.LstmClassifier;

/** From data to scores, through files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowTest {
    private Path folder;
    private Path data;
    private Path model;

    @BeforeAll
    void train(@TempDir Path temporary) {
        folder = temporary;
        data = TinyData.generate(folder, "--validation", 10, "--inclusive");
        model = folder.resolve("guided.npz");
        Cli run =
                Cli.ok(
                        "train",
                        "--data",
                        data,
                        "--network",
                        "lstm",
                        "--set",
                        "hidden=6",
                        "--training",
                        "saliency-guided",
                        "--masked-fraction",
                        ".4",
                        "--lambda",
                        "0..1@2",
                        "--ranking",
                        "signed",
                        "--output",
                        "margin",
                        "--label",
                        "predicted",
                        "--fill",
                        "mean",
                        "--fill-range",
                        "dataset-feature",
                        "--detach",
                        "clean",
                        "--epochs",
                        3,
                        "--batch-size",
                        20,
                        "--learning-rate",
                        "1e-2",
                        "--updater",
                        "rms-prop",
                        "--clip-norm",
                        1,
                        "--seed",
                        7,
                        "--double",
                        "--out",
                        model);
        assertThat(run.out())
                .contains("train ", "validation ", "test ", "accuracy", "model       " + model);
        assertThat(run.err()).contains("saliency-guided: 3/3", "ce ", "kl ", "total ");
    }

    @Test
    void should_write_data_that_numpy_reads_with_a_card_of_its_origin() {
        SeriesDataset read = SeriesDirectory.read(data);
        assertThat(read.train().samples()).isEqualTo(60);
        assertThat(read.get(Split.VALIDATION).samples()).isEqualTo(10);
        assertThat(read.test().x().shape()).containsExactly(20, TinyData.STEPS, TinyData.FEATURES);
        assertThat(read.test().truth().castTo(DataType.DOUBLE).sumNumber().intValue())
                .isEqualTo(20 * 5 * 4);
        JsonNode origin = read.card().origin();
        assertThat(origin.at("/provenance/seed").asLong()).isEqualTo(7);
        assertThat(origin.at("/spec/inclusive").asBoolean()).isTrue();
        assertThat(origin.at("/spec/layout/timeSize").asInt()).isEqualTo(5);
    }

    @Test
    void should_keep_how_a_model_was_trained() {
        Checkpoint.Spec spec = Checkpoint.spec(model);
        assertThat(spec.network()).isEqualTo("lstm");
        assertThat(spec.architecture().get("hidden").asInt()).isEqualTo(6);
        assertThat(spec.architecture().get("timeSteps").asInt()).isEqualTo(TinyData.STEPS);
        assertThat(spec.dataType()).isEqualTo(DataType.DOUBLE);
        JsonNode guidance = spec.training().at("/recipe/guidance");
        assertThat(guidance.get("maskedFraction").asText()).isEqualTo("0.4");
        assertThat(guidance.get("lambda").asText()).isEqualTo("0.0..1.0@2");
        assertThat(guidance.get("ranking").asText()).isEqualTo("signed");
        assertThat(guidance.at("/fill/range").asText()).isEqualTo("dataset-feature");
        assertThat(guidance.get("detach").asText()).isEqualTo("clean");
        JsonNode options = spec.training().at("/recipe/options");
        assertThat(options.get("updater").asText()).isEqualTo("rms-prop");
        assertThat(options.get("clipNorm").asDouble()).isEqualTo(1);
        assertThat(spec.training().get("history")).hasSize(3);
        assertThat(spec.provenance().command()).startsWith("salient4j", "train", "--data");
    }

    @Test
    void should_train_a_published_size_that_fits_the_data() {
        Path out = folder.resolve("preset.npz");
        Cli.ok(
                "train",
                "--data",
                data,
                "--network",
                "lstm",
                "--network-preset",
                "mnist-series",
                "--epochs",
                1,
                "--out",
                out);
        LstmClassifier preset = (LstmClassifier) new LstmClassifier().presets().get("mnist-series");
        LstmClassifier trained = (LstmClassifier) Checkpoint.load(out).architecture();
        assertThat(trained.hidden()).isEqualTo(preset.hidden());
        assertThat(trained.dropout()).isEqualTo(preset.dropout());
        assertThat(trained.timeSteps()).isEqualTo(TinyData.STEPS);
    }

    @Test
    void should_predict_what_the_network_says() {
        Path logits = folder.resolve("logits.npy");
        Cli.ok("predict", "--model", model, "--input", data.resolve("test/x.npy"), "--out", logits);
        Network network = Checkpoint.load(model);
        INDArray expected = network.output(NpyFile.read(data.resolve("test/x.npy")));
        assertThat(NpyFile.read(logits).equalsWithEps(expected, 1e-12)).isTrue();
    }

    @Test
    void should_explain_draw_and_score() throws IOException {
        Path attributions = folder.resolve("a.npy");
        Path pictures = folder.resolve("maps");
        Cli explained =
                Cli.ok(
                        "explain",
                        "--model",
                        model,
                        "--input",
                        data.resolve("test/x.npy"),
                        "--target",
                        data.resolve("test/y.npy"),
                        "--method",
                        "integrated-gradients",
                        "--option",
                        "steps=10",
                        "--option",
                        "baseline=uniform",
                        "--seed",
                        3,
                        "--out",
                        attributions,
                        "--png",
                        pictures);
        assertThat(explained.err()).contains("sum to the difference of outputs");
        BufferedImage picture = ImageIO.read(pictures.resolve("sample-0019.png").toFile());
        assertThat(picture.getWidth() / TinyData.STEPS)
                .isEqualTo(picture.getHeight() / TinyData.FEATURES);
        Cli scored =
                Cli.ok(
                        "score",
                        "--attributions",
                        attributions,
                        "--truth",
                        data.resolve("test/truth.npy"));
        JsonNode card = Json.parse(scored.out(), JsonNode.class, "score");
        assertThat(card.get("samples").asInt()).isEqualTo(20);
        for (String metric : AttributionMetric.registry().names()) {
            JsonNode line = card.get("metrics").get(metric);
            assertThat(line.get("valid").asInt() + line.get("skipped").asInt()).isEqualTo(20);
            assertThat(line.get("random").isNumber()).isTrue();
            assertThat(line.get("difference").asDouble())
                    .isNotZero()
                    .isCloseTo(
                            line.get("mean").asDouble() - line.get("random").asDouble(),
                            within(1e-9));
        }
    }

    @Test
    void should_explain_the_predicted_class_by_default() throws IOException {
        Path x = data.resolve("test/x.npy");
        Path plain = folder.resolve("plain.npy");
        Path named = folder.resolve("named.npy");
        Cli.ok("explain", "--model", model, "--input", x, "--method", "gradient", "--out", plain);
        Cli.ok(
                "explain",
                "--model",
                model,
                "--input",
                x,
                "--target",
                "predicted",
                "--method",
                "gradient",
                "--out",
                named);
        assertThat(plain).hasSameBinaryContentAs(named);
    }

    @Test
    void should_fine_tune_a_model() {
        Path tuned = folder.resolve("tuned.npz");
        Cli.ok("train", "--data", data, "--from", model, "--epochs", 1, "--out", tuned);
        assertThat(Checkpoint.spec(tuned).architecture())
                .isEqualTo(Checkpoint.spec(model).architecture());
        assertThat(Checkpoint.load(tuned).parameters().get("fc.weight"))
                .isNotEqualTo(Checkpoint.load(model).parameters().get("fc.weight"));
    }

    @Test
    void should_replace_an_output_only_when_told_to() throws IOException {
        Path out = folder.resolve("again.npy");
        Object[] words = {
            "predict", "--model", model, "--input", data.resolve("test/x.npy"), "--out", out
        };
        Files.writeString(out, "precious");
        assertThat(Cli.run(words).code()).isEqualTo(2);
        assertThat(out).hasContent("precious");
        Cli.ok(TinyData.join(words, "--force"));
        assertThat(NpyFile.read(out).shape()).containsExactly(20, 2);
    }

    @Test
    void should_draw_the_same_data_from_the_same_seed(@TempDir Path other) {
        Path again = TinyData.generate(other, "--validation", 10, "--inclusive");
        assertThat(again.resolve("train/x.npy"))
                .hasSameBinaryContentAs(data.resolve("train/x.npy"));
    }
}
