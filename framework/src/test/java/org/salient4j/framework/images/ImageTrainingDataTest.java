package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.saliency.Reduction;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.Batches;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.LabelledData;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingData;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.framework.training.UpdaterKind;
import org.salient4j.layers.zoo.CnnClassifier;
import org.salient4j.losses.Objective;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/** Training on images that are read batch by batch. */
class ImageTrainingDataTest {
    private static final Seed SEED = Seed.of(7);
    private static final TrainingOptions OPTIONS =
            TrainingOptions.fixedBudget(2)
                    .withBatchSize(32)
                    .withUpdater(UpdaterKind.ADA_DELTA, 1)
                    .withCheckpointEvery(1);

    @TempDir private Path folder;

    private final ImageDataset fashion =
            ImageDataset.open(ImageFiles.path("/fashion-mnist-tiny"), ImageOptions.grey());
    private final ImageData train = Normalization.MNIST.apply(fashion.train());
    private final ImageData test = Normalization.MNIST.apply(fashion.test());

    @Test
    void should_give_the_batches_of_the_same_images_held_at_once() {
        Network network = network(DataType.FLOAT);
        Batches read = new ImageTrainingData(train).batches(network, 32, SEED);
        Batches held = new LabelledData(train.examples()).batches(network, 32, SEED);
        assertThat(read.count()).isEqualTo(held.count()).isEqualTo(4);
        for (int i = 0; i < 2 * read.count(); i++) {
            MultiDataSet batch = read.get(i / 4, i % 4);
            MultiDataSet expected = held.get(i / 4, i % 4);
            assertThat(batch.getFeatures(0)).isEqualTo(expected.getFeatures(0));
            assertThat(batch.getLabels(0)).isEqualTo(expected.getLabels(0));
        }
        assertThat(read.get(0, 3).getFeatures(0).shape()).containsExactly(4, 1, 28, 28);
    }

    @Test
    void should_train_to_the_same_bits_as_the_same_images_held_at_once() {
        Network read = network(DataType.FLOAT);
        Network held = network(DataType.FLOAT);
        new Trainer(OPTIONS, SEED)
                .fit(
                        read,
                        new StandardObjective(),
                        new ImageTrainingData(train),
                        new ImageTrainingData(test));
        new Trainer(OPTIONS, SEED)
                .fit(held, new StandardObjective(), train.examples(), test.examples());
        assertThat(read.parameters().snapshot()).isEqualTo(held.parameters().snapshot());
    }

    @Test
    void should_evaluate_without_augmentation_as_on_the_images_held_at_once() {
        // More than one call's worth, and not a multiple of it.
        int[] rows = IntStream.range(0, 550).map(i -> i % 50).toArray();
        ImageData many = test.select(rows);
        for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
            Network network = network(type);
            Evaluation expected = Evaluation.of(network, many.examples());
            Evaluation found = new ImageTrainingData(many, new Brighter(1)).evaluate(network);
            assertThat(found.accuracy()).isEqualTo(expected.accuracy());
            assertThat(found.loss()).isCloseTo(expected.loss(), within(1e-6));
        }
    }

    @Test
    void should_augment_by_epoch_and_image_whatever_the_batch() {
        ImageTrainingData data = new ImageTrainingData(train, new Brighter(1));
        double[] small = brightness(data.batches(network(DataType.DOUBLE), 7, SEED), 0);
        double[] large = brightness(data.batches(network(DataType.FLOAT), 100, SEED), 0);
        double[] later = brightness(data.batches(network(DataType.DOUBLE), 7, SEED), 1);
        double[] plain =
                brightness(
                        new ImageTrainingData(train).batches(network(DataType.DOUBLE), 7, SEED), 0);
        assertThat(small).usingComparatorWithPrecision(0.05).containsExactly(large);
        assertThat(IntStream.range(0, 100).mapToDouble(i -> small[i] - plain[i]).distinct().count())
                .isEqualTo(100);
        assertThat(later).doesNotContain(small);
    }

    /** The sum of each image of an epoch, in the epoch's order. */
    private static double[] brightness(Batches batches, int epoch) {
        return IntStream.range(0, batches.count())
                .mapToObj(number -> batches.get(epoch, number).getFeatures(0))
                .flatMapToDouble(
                        x ->
                                IntStream.range(0, (int) x.size(0))
                                        .mapToDouble(i -> x.slice(i).sumNumber().doubleValue()))
                .toArray();
    }

    @Test
    void should_resume_a_guided_training_on_augmented_images_with_the_same_bits() {
        Network whole = network(DataType.FLOAT);
        TrainingResult expected = fit(new Trainer(OPTIONS, SEED), whole, false, 99);
        for (int last : new int[] {2, 5}) {
            Path file = folder.resolve("run" + last + ".npz");
            Trainer trainer = new Trainer(OPTIONS, SEED).withCheckpoint(file);
            assertThatThrownBy(() -> fit(trainer, network(DataType.FLOAT), false, last))
                    .hasMessage("killed");
            Network resumed =
                    Network.initialise(architecture(), DataType.FLOAT, SEED.child("other"));
            TrainingResult result = fit(trainer, resumed, true, 99);
            assertThat(result.history()).hasToString(expected.history().toString());
            assertThat(resumed.parameters().snapshot()).isEqualTo(whole.parameters().snapshot());
        }
    }

    private TrainingResult fit(Trainer trainer, Network network, boolean resume, int last) {
        SaliencyGuidedOptions options = new SaliencyGuidedOptions().withReduction(Reduction.MEAN);
        Listener[] listeners = {new SaliencyGuidedListener(network, options, SEED), killer(last)};
        TrainingData data = new ImageTrainingData(train, new Brighter(0.1));
        Objective objective = new SaliencyGuidedObjective();
        return resume
                ? trainer.resume(network, objective, data, new ImageTrainingData(test), listeners)
                : trainer.fit(network, objective, data, new ImageTrainingData(test), listeners);
    }

    @Test
    void should_have_the_digest_of_its_examples_and_of_what_is_done_to_them() {
        assertThat(new ImageTrainingData(train).digest())
                .isNotEqualTo(new ImageTrainingData(test).digest())
                .isNotEqualTo(new ImageTrainingData(fashion.train()).digest())
                .isNotEqualTo(new ImageTrainingData(train, new Brighter(1)).digest());
        assertThat(new ImageTrainingData(train, new Brighter(1)).digest())
                .isNotEqualTo(new ImageTrainingData(train, new Brighter(2)).digest());
        ImageData one = train.select(3);
        assertThat(new ImageTrainingData(one).digest())
                .isEqualTo(new LabelledData(one.examples()).digest());
    }

    @Test
    void should_refuse_images_that_do_not_fit_the_network() {
        Network small =
                Network.initialise(
                        new CnnClassifier(1, 28, 28, 3, 2, 2, 4, 5, 0, 0), DataType.FLOAT, SEED);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageTrainingData(train).requireFits(small, "training"))
                .withMessage("training labels must be in [0, 5), found 9");
        Network colour =
                Network.initialise(
                        new CnnClassifier(3, 28, 28, 3, 2, 2, 4, 10, 0, 0), DataType.FLOAT, SEED);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageTrainingData(train).requireFits(colour, "training"))
                .withMessage("training images are 1 x 28 x 28, the network takes [3, 28, 28]");
    }

    /** Adds a number drawn for the image to every value. */
    private record Brighter(double by) implements Augmentation {
        @Override
        public void apply(float[] image, ImageShape shape, Seed seed) {
            float more = (float) (by * seed.random().nextDouble());
            for (int i = 0; i < shape.values(); i++) {
                image[i] += more;
            }
        }
    }

    private static CnnClassifier architecture() {
        return new CnnClassifier(1, 28, 28, 3, 4, 4, 16, 10, 0.25, 0.5);
    }

    private static Network network(DataType type) {
        return Network.initialise(architecture(), type, SEED);
    }

    private static Listener killer(int last) {
        return new BaseListener() {
            @Override
            public boolean isActive(Operation operation) {
                return true;
            }

            @Override
            public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
                if (at.iteration() == last) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }
}
