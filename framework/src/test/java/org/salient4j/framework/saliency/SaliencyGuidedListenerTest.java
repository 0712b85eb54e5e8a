package org.salient4j.framework.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Golden;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.OneHot;
import org.salient4j.framework.network.Output;
import org.salient4j.layers.zoo.LstmClassifier;

class SaliencyGuidedListenerTest {
    private static final Seed SEED = Seed.of(7);
    private static final INDArray X = Golden.read("lstm/x");
    private static final int[] LABELS = Golden.read("lstm/label").toIntVector();
    private final Network network = network(DataType.DOUBLE);
    private final SaliencyGuidedOptions options = new SaliencyGuidedOptions();

    /** Masks and fills the reference batch with the reference's draws. */
    @Test
    void should_give_the_masked_batch_of_the_reference() {
        double[] draws = Golden.values("lstm/uniform");
        SaliencyGuidedOptions released =
                options.withMaskedFraction(0.3)
                        .withRanking(Ranking.SIGNED)
                        .withOutput(Output.LOGIT);
        SaliencyGuidedListener listener =
                new SaliencyGuidedListener(network, released, SEED) {
                    @Override
                    protected INDArray fill(Batch batch, Mask mask) {
                        assertThat(mask.masked()).isEqualTo(Golden.flags("lstm/mask"));
                        return new Replacement(released.fill(), null)
                                .fill(batch.x(), mask, cell -> draws[cell]);
                    }
                };
        INDArray masked = features(listener, 0)[1];
        assertThat(masked.distance2(Golden.read("lstm/x_masked"))).isLessThan(1e-10);
    }

    @Test
    void should_mask_whole_pixels_of_the_reference_images() {
        SaliencyGuidedListener listener =
                new SaliencyGuidedListener(
                        network,
                        options.withRanking(Ranking.SIGNED).withReduction(Reduction.MEAN),
                        SEED);
        boolean[] pixels = Golden.flags("masking/rgb_mask");
        boolean[] mask = listener.lowest(Golden.read("masking/rgb_gradient"), 0.5).masked();
        for (int i = 0; i < mask.length; i++) {
            assertThat(mask[i]).isEqualTo(pixels[i / 108 * 36 + i % 36]);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Reduction.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void should_reduce_channels_before_it_ranks(Reduction reduction) {
        // One position at a time: three channels, last axis.
        INDArray scores =
                Nd4j.create(new double[] {-3, 1, 1, 2, 2, 2, -1, 0.5, 0.4, 0, 0, 5})
                        .reshape(1, 4, 3)
                        .castTo(DataType.DOUBLE);
        SaliencyGuidedListener listener =
                new SaliencyGuidedListener(
                        network,
                        options.withRanking(Ranking.SIGNED).withReduction(reduction),
                        SEED);
        // Sums -1, 6, -0.1, 5; L1 5, 6, 1.9, 5; L2² 11, 12, 1.41, 25.
        int lowest = reduction == Reduction.L1 || reduction == Reduction.L2 ? 2 : 0;
        boolean[] expected = new boolean[12];
        Arrays.fill(expected, 3 * lowest, 3 * lowest + 3, true);
        assertThat(listener.lowest(scores, 0.25).masked()).isEqualTo(expected);
    }

    @Test
    void should_change_nothing_at_zero_and_everything_at_one() {
        assertThat(features(listener(options.withMaskedFraction(0)), 0)[1]).isEqualTo(X);
        INDArray all =
                features(listener(options.withMaskedFraction(1).withFill(Fill.constant(7))), 0)[1];
        assertThat(all).isEqualTo(X.mul(0).add(7));
        Mask mask = listener(options).lowest(X, 0.3);
        for (int b = 0; b < 4; b++) {
            assertThat(mask.count(b)).isEqualTo(750);
        }
    }

    @ParameterizedTest
    @EnumSource(Output.class)
    void should_mask_the_same_for_every_output_of_two_classes(Output output) {
        if (output == Output.LOGIT) {
            return; // not a function of the difference of the logits
        }
        Mask margin = mask(options.withOutput(Output.MARGIN));
        assertThat(mask(options.withOutput(output)).masked()).isEqualTo(margin.masked());
    }

    @Test
    void should_explain_the_predicted_class_where_it_is_asked_to() {
        int[] predicted = network.predict(X);
        Mask right = mask(options.withRanking(Ranking.SIGNED));
        Mask other = mask(options.withRanking(Ranking.SIGNED).withLabel(Label.PREDICTED));
        int wrong = 0;
        for (int b = 0; b < 4; b++) {
            boolean same =
                    Arrays.equals(
                            right.masked(),
                            2500 * b,
                            2500 * (b + 1),
                            other.masked(),
                            2500 * b,
                            2500 * (b + 1));
            assertThat(same).isEqualTo(predicted[b] == LABELS[b]);
            wrong += predicted[b] == LABELS[b] ? 0 : 1;
        }
        assertThat(wrong).isBetween(1, 4);
    }

    @Test
    void should_depend_on_seed_and_iteration_alone() {
        SaliencyGuidedListener one = listener(options);
        INDArray first = features(one, 3)[1].dup();
        features(one, 4);
        assertThat(features(one, 3)[1]).isEqualTo(first);
        assertThat(features(listener(options), 3)[1]).isEqualTo(first);
        assertThat(features(one, 4)[1]).isNotEqualTo(first);
        assertThat(features(new SaliencyGuidedListener(network, options, Seed.of(8)), 3)[1])
                .isNotEqualTo(first);
    }

    @Test
    void should_leave_the_batch_as_it_was() {
        INDArray x = X.dup();
        MultiDataSet data = batch(x);
        SaliencyGuidedListener listener = listener(options);
        SameDiff graph = SameDiff.create();
        listener.iterationStart(graph, at(0), data, 0);
        assertThat(data.numFeatureArrays()).isEqualTo(3);
        assertThat(data.getFeatures(0)).isSameAs(x).isEqualTo(X);
        listener.iterationDone(graph, at(0), data, null);
        assertThat(data.numFeatureArrays()).isOne();
        assertThat(data.getFeatures(0)).isSameAs(x).isEqualTo(X);
    }

    @Test
    void should_follow_the_schedules_by_epoch() {
        SaliencyGuidedOptions scheduled =
                new SaliencyGuidedOptions(
                        Schedule.parse("0..1@10"),
                        Schedule.parse("0..2@4"),
                        Ranking.ABSOLUTE,
                        Output.LOGPROB,
                        Label.TRUE,
                        Reduction.NONE,
                        new Fill(),
                        org.salient4j.losses.Detach.NONE);
        At at = At.builder().epoch(2).iteration(9).build();
        assertThat(listener(scheduled).maskedFraction(at)).isCloseTo(0.2, within(1e-15));
        assertThat(listener(scheduled).lambda(at)).isEqualTo(1);
    }

    @Test
    void should_refuse_batches_of_other_shapes() {
        MultiDataSet data =
                new MultiDataSet(
                        Nd4j.rand(DataType.DOUBLE, 2, 9, 50),
                        OneHot.of(new int[2], 2, DataType.DOUBLE));
        assertThatThrownBy(
                        () -> listener(options).iterationStart(SameDiff.create(), at(0), data, 0))
                .hasMessage("the network takes batches of [50, 50], found [2, 9, 50]");
    }

    private Mask mask(SaliencyGuidedOptions other) {
        SaliencyGuidedListener listener = listener(other);
        return listener.lowest(listener.scores(new Batch(X, LABELS, at(0))), 0.5);
    }

    private SaliencyGuidedListener listener(SaliencyGuidedOptions other) {
        return new SaliencyGuidedListener((DifferentiableModel) network, other, SEED);
    }

    private static INDArray[] features(SaliencyGuidedListener listener, int iteration) {
        MultiDataSet data = batch(X.dup());
        listener.iterationStart(SameDiff.create(), at(iteration), data, 0);
        return data.getFeatures();
    }

    private static MultiDataSet batch(INDArray x) {
        return new MultiDataSet(x, OneHot.of(LABELS, 2, DataType.DOUBLE));
    }

    private static At at(int iteration) {
        return At.builder().epoch(0).iteration(iteration).build();
    }

    private static Network network(DataType type) {
        Network network = Network.initialise(new LstmClassifier(), type, SEED);
        Map<String, INDArray> weights = new HashMap<>();
        network.parameters()
                .names()
                .forEach(name -> weights.put(name, Golden.read("lstm/weights/" + name)));
        network.parameters().assign(weights);
        return network;
    }
}
