package org.salient4j.framework.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.images.Augmentations;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.images.ImageOptions;
import org.salient4j.framework.images.Normalization;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CifarResNetClassifier;
import org.salient4j.layers.zoo.CnnClassifier;

class ImageRecipeTest {
    private static final Seed SEED = Seed.of(7);
    private static final CnnClassifier CNN =
            new CnnClassifier(1, 28, 28, 3, 4, 4, 8, 10, 0.25, 0.5);

    @TempDir private Path folder;

    private final ImageDataset fashion = fashion();

    private static ImageDataset fashion() {
        try {
            Path place = Path.of(ImageRecipeTest.class.getResource("/fashion-mnist-tiny").toURI());
            return ImageDataset.open(place, ImageOptions.grey());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void should_train_on_a_part_choose_on_another_and_measure_on_all() {
        TrainedNetwork trained = train(CNN, standard(0.2), "a.npz");
        assertThat(trained.evaluations().keySet())
                .containsExactly(Split.TRAIN, Split.VALIDATION, Split.TEST);
        assertThat(trained.training().updates()).isEqualTo(2 * 3); // 80 images in batches of 32
        assertThat(trained.training().bestEpoch()).isNotNegative();
        String said = Checkpoint.spec(folder.resolve("a.npz")).training().toString();
        assertThat(said).contains("\"dataset\":\"fashion-mnist-tiny\"", "\"mean\":[");
        assertThat(train(CNN, standard(0), "b.npz").evaluations().keySet())
                .containsExactly(Split.TRAIN, Split.TEST);
    }

    @Test
    void should_guide_a_network_that_normalises_batches_and_keep_its_running_statistics() {
        Architecture network = new CifarResNetClassifier(1, 28, 28, 2, 1, 10);
        TrainingRecipe guided =
                TrainingRecipe.saliencyGuided(new SaliencyGuidedOptions(), options(), SEED);
        ImageRecipe recipe =
                new ImageRecipe(
                        guided, Normalization.MNIST, Augmentations.cifar(Normalization.MNIST));
        TrainedNetwork trained = train(network, recipe, "c.npz");
        Network read = Checkpoint.load(folder.resolve("c.npz"));
        assertThat(read.parameters().snapshot())
                .isEqualTo(trained.network().parameters().snapshot());
        assertThat(read.parameters().get("bn1.running_var").getDouble(0)).isNotEqualTo(1);
        TrainedNetwork again = train(network, recipe, "d.npz");
        assertThat(again.network().parameters().snapshot())
                .isEqualTo(trained.network().parameters().snapshot());
    }

    @Test
    void should_refuse_a_validation_part_of_no_image() {
        assertThatThrownBy(() -> train(CNN, standard(0.001), "e.npz"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "100 training images cannot be split into training and 0.001 of them for validation");
    }

    @Test
    void should_draw_no_more_images_than_are_asked_for() {
        ImageDataset few = fashion.atMost(30, SEED);
        assertThat(few.train().size()).isEqualTo(30);
        assertThat(few.test().size()).isEqualTo(30);
        assertThat(few.name()).isEqualTo(fashion.name());
        assertThat(few.train().labels()).isEqualTo(fashion.atMost(30, SEED).train().labels());
        assertThat(fashion.atMost(1000, SEED).train()).isSameAs(fashion.train());
        assertThatThrownBy(() -> fashion.atMost(0, SEED))
                .hasMessage("images must be at least 1, was 0");
    }

    @Test
    void should_have_the_numbers_of_the_released_code() {
        TrainingPreset cifar = TrainingPreset.named("paper.cifar");
        assertThat(cifar.options().learningRateSchedule()).hasToString("0.1@100,150");
        assertThat(cifar.options().weightDecay()).isEqualTo(1e-4);
        assertThat(TrainingPreset.named("paper.bird").options().learningRateSchedule())
                .hasToString("0.75/5");
        for (TrainingPreset preset : TrainingPreset.all()) {
            assertThat(preset.guidance().maskedFraction().from()).isEqualTo(0.5, within(0.0));
            assertThat(preset.guidance().lambda().to()).isEqualTo(1, within(0.0));
            assertThat(preset.description()).isNotBlank();
        }
        assertThat(TrainingPreset.all()).extracting(TrainingPreset::name).doesNotHaveDuplicates();
        assertThatThrownBy(() -> TrainingPreset.named("paper.mnits"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'paper.mnist'");
    }

    private static TrainingOptions options() {
        return TrainingOptions.fixedBudget(2).withBatchSize(32);
    }

    private static ImageRecipe standard(double validation) {
        return ImageRecipe.of(new TrainingRecipe(null, options(), validation, SEED));
    }

    private TrainedNetwork train(Architecture architecture, ImageRecipe recipe, String file) {
        Network network = Network.initialise(architecture, DataType.FLOAT, SEED);
        return recipe.train(
                network,
                fashion,
                new ModelFile(folder.resolve(file), false, Progress.silent(), List.of("test")));
    }
}
