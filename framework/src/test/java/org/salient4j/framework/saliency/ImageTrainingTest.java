package org.salient4j.framework.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Epoch;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.layers.zoo.CnnClassifier;
import org.salient4j.losses.SaliencyGuidedObjective;

/** Saliency guided training of images [B, C, H, W]. */
class ImageTrainingTest {
    private static final Seed SEED = Seed.of(7);
    private static final int SIDE = 8;
    private static final int PIXELS = SIDE * SIDE;

    @Test
    void should_learn_which_half_is_bright_while_whole_pixels_are_masked() {
        Network network =
                Network.initialise(
                        new CnnClassifier(2, SIDE, SIDE, 3, 4, 4, 8, 2, 0.1, 0.1),
                        DataType.FLOAT,
                        SEED);
        Examples images = images(60);
        SaliencyGuidedOptions options = new SaliencyGuidedOptions().withReduction(Reduction.MEAN);
        SaliencyGuidedListener listener =
                new SaliencyGuidedListener(network, options, SEED) {
                    @Override
                    protected INDArray fill(Batch batch, Mask mask) {
                        requireWholePixels(mask, batch.labels().length);
                        return super.fill(batch, mask);
                    }
                };
        List<Epoch> history =
                new Trainer(TrainingOptions.fixedBudget(30).withBatchSize(20), SEED)
                        .fit(network, new SaliencyGuidedObjective(), images, null, listener)
                        .history();
        assertThat(network.predict(images.x())).isEqualTo(images.labels());
        assertThat(history.get(29).losses().get("total"))
                .isLessThan(history.get(0).losses().get("total"));
    }

    private static void requireWholePixels(Mask mask, int samples) {
        for (int b = 0; b < samples; b++) {
            assertThat(mask.count(b)).isEqualTo(PIXELS); // half of the pixels of two channels
            for (int p = 0; p < PIXELS; p++) {
                int cell = 2 * b * PIXELS + p;
                assertThat(mask.masked()[cell]).isEqualTo(mask.masked()[cell + PIXELS]);
            }
        }
    }

    /** Noise, brighter above in class 0 and below in class 1. */
    private static Examples images(int count) {
        var random = SEED.child("images").random();
        int[] labels = new int[count];
        double[] values = new double[count * 2 * PIXELS];
        for (int i = 0; i < values.length; i++) {
            int image = i / (2 * PIXELS);
            labels[image] = image % 2;
            boolean above = i % PIXELS < PIXELS / 2;
            values[i] = random.nextDouble() + (above == (labels[image] == 0) ? 1 : 0);
        }
        return new Examples(HostArray.of(values, DataType.FLOAT, count, 2, SIDE, SIDE), labels);
    }
}
