package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.zoo.CifarResNetClassifier;

/** Training on images from the command line, on drawn ones. */
class TrainOnImagesTest {
    @TempDir private Path folder;

    @BeforeEach
    void draw() {
        Cli.ok("data", "generate", "--train", 50, "--test", 20, "--out", folder.resolve("shapes"));
    }

    private Cli train(String words, Object... more) {
        String line =
                "train --data %s --epochs 1 --batch-size 8 %s"
                        .formatted(folder.resolve("shapes"), words.formatted(more));
        return Cli.run((Object[]) line.split(" "));
    }

    @Test
    void should_train_as_the_preset_says_and_fine_tune_with_saliency_guidance() {
        Path model = folder.resolve("model.npz");
        Cli run =
                train(
                        "--network resnet-32 --set blocks=1 --set filters=2 --preset paper.cifar"
                                + " --images 30 --out %s",
                        model);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("train ", "validation ", "test ", "accuracy", "model ");
        assertThat(run.err()).contains("1 epochs, ", " s an epoch");
        Network network = Checkpoint.load(model);
        assertThat(network.architecture())
                .isEqualTo(new CifarResNetClassifier(3, 32, 32, 2, 1, 10));
        assertThat(network.parameters().get("bn1.running_var").toDoubleVector())
                .doesNotContain(1.0);
        String said = Checkpoint.spec(model).training().toString();
        assertThat(said.toLowerCase(Locale.ROOT))
                .contains(
                        "momentum", "randomflip", "randomcrop[padding=4", "\"dataset\":\"shapes\"")
                .doesNotContain("guidance");

        Path tuned = folder.resolve("tuned.npz");
        run =
                train(
                        "--from %s --preset paper.cifar --training saliency-guided --images 30"
                                + " --ranking absolute --out %s",
                        model, tuned);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Checkpoint.spec(tuned).training().toString())
                .contains("\"output\":\"logit\"", "\"ranking\":\"absolute\"")
                .contains("\"reduction\":\"mean\"", "\"range\":\"example-feature\"");
        assertThat(Checkpoint.load(tuned).parameters().snapshot())
                .isNotEqualTo(network.parameters().snapshot());
    }

    @Test
    void should_say_what_does_not_fit_in_one_line() {
        Path out = folder.resolve("o.npz");
        refused(train("--network lstm --images 5 --out %s", out), "network lstm takes series");
        refused(
                train("--network resnet-32 --preset paper.cifer --out %s", out),
                "unknown training preset 'paper.cifer'",
                "'paper.cifar'");
        refused(train("--network resnet-32 --images 0 --out %s", out), "images must be at least 1");
        refused(
                train("--network mnist-cnn --preset paper.mnist --out %s", out),
                "images have 3 channels, the normalization 1");
        refused(
                Cli.run(
                        "train",
                        "--data",
                        folder.resolve("nowhere"),
                        "--network",
                        "resnet-18",
                        "--out",
                        out),
                "cannot read images from",
                "no such file or folder");
        assertThat(out).doesNotExist();
    }

    private static void refused(Cli run, String... words) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).contains(words).hasLineCount(1);
    }

    @Test
    void should_list_the_presets() {
        assertThat(Cli.ok("list", "training-presets").out().lines())
                .extracting(line -> line.split(" ")[0])
                .containsExactly("paper.mnist", "paper.cifar", "paper.bird");
    }
}
