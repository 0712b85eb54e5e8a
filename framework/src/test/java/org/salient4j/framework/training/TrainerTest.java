package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.TinySeries;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.examples.WarmUpListenerExample;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.losses.Objective;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

class TrainerTest {
    private static final Seed SEED = Seed.of(7);
    private static final TrainingOptions OPTIONS =
            TrainingOptions.fixedBudget(4).withBatchSize(8).withUpdater(UpdaterKind.ADAM, 0.02);

    private final Examples train = TinySeries.examples(27, 1);
    private final Examples validation = TinySeries.examples(20, 2);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_make_exactly_the_updates_of_a_fixed_budget(boolean guided) {
        TrainingResult result = fit(network(), OPTIONS, guided);
        assertThat(result.updates()).isEqualTo(4 * 4); // 27 examples are 3 batches and one of 3
        assertThat(result.stopped()).isEqualTo(StopReason.EPOCHS);
        assertThat(result.history()).extracting(Epoch::epoch).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_end_with_the_same_bits_when_it_is_called_twice(boolean guided) {
        Network first = network();
        Network second = network();
        TrainingResult one = fit(first, OPTIONS, guided);
        Nd4j.getRandom().setSeed(4711); // what others draw must not matter
        TrainingResult two = fit(second, OPTIONS, guided);
        assertSameBits(first, second);
        assertThat(two.history()).isEqualTo(one.history());
    }

    @Test
    void should_report_the_loss_of_the_batch() {
        Network network =
                Network.initialise(
                        new LstmClassifier(6, 3, 4, 2, 0, 0, false), DataType.FLOAT, SEED);
        Evaluation before = Evaluation.of(network, train);
        TrainingResult result =
                trainer(OPTIONS.withBatchSize(27).withEpochs(1))
                        .fit(network, new StandardObjective(), train, null);
        Map<String, Double> losses = result.history().get(0).losses();
        assertThat(losses.get("ce")).isCloseTo(before.loss(), within(1e-6));
        assertThat(losses.get("total")).isEqualTo(losses.get("ce"));
        assertThat(result.history().get(0).validationAccuracy()).isNaN();
    }

    @Test
    void should_report_the_divergence_beside_the_cross_entropy() {
        TrainingResult result = fit(network(), OPTIONS, true);
        for (Epoch epoch : result.history()) {
            assertThat(epoch.losses()).containsOnlyKeys("ce", "kl", "total");
            assertThat(epoch.losses().get("kl")).isPositive();
            assertThat(epoch.losses().get("total"))
                    .isCloseTo(epoch.losses().get("ce") + epoch.losses().get("kl"), within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(UpdaterKind.class)
    void should_reduce_the_loss_with_every_updater(UpdaterKind kind) {
        double rate = kind == UpdaterKind.SGD || kind == UpdaterKind.NESTEROVS ? 0.1 : 0.02;
        Network network = network();
        double before = Evaluation.of(network, train).loss();
        TrainingResult result =
                trainer(OPTIONS.withUpdater(kind, rate).withEpochs(15))
                        .fit(network, new StandardObjective(), train, null);
        assertThat(Evaluation.of(network, train).loss()).isLessThan(before);
        assertThat(result.updates()).isEqualTo(60);
    }

    @Test
    void should_change_only_what_is_said() {
        TrainingOptions changed =
                new TrainingOptions(UpdaterKind.SGD, 1, 2, 3, 4, 5, 0.6, true, 7)
                        .withUpdater(UpdaterKind.ADA_MAX, 1e-30)
                        .withBatchSize(22)
                        .withEpochs(33)
                        .withClipNorm(1 / 3.0)
                        .withStop(55, 0.1)
                        .withCheckpointEvery(77);
        assertThat(changed)
                .isEqualTo(
                        new TrainingOptions(
                                UpdaterKind.ADA_MAX, 1e-30, 22, 33, 1 / 3.0, 55, 0.1, true, 77));
    }

    @Test
    void should_clip_the_gradient_to_its_norm() {
        double rate = 0.5;
        double clip = 1e-3;
        Network network = network();
        Map<String, INDArray> start = network.parameters().snapshot();
        trainer(
                        OPTIONS.withUpdater(UpdaterKind.SGD, rate)
                                .withClipNorm(clip)
                                .withBatchSize(27)
                                .withEpochs(1))
                .fit(network, new StandardObjective(), train, null);
        assertThat(distance(start, network)).isCloseTo(rate * clip, within(1e-6));
        assertThatThrownBy(() -> OPTIONS.withClipNorm(-1))
                .hasMessage("training: clipNorm must be at least 0, was -1.0");
    }

    @Test
    void should_leave_smaller_gradients_alone_when_it_clips() {
        Network clipped = network();
        Network free = network();
        trainer(OPTIONS.withClipNorm(1e6)).fit(clipped, new StandardObjective(), train, null);
        trainer(OPTIONS).fit(free, new StandardObjective(), train, null);
        assertSameBits(clipped, free);
    }

    @Test
    void should_draw_other_dropout_in_every_step() {
        List<Double> losses = new ArrayList<>();
        Network network =
                Network.initialise(
                        new LstmClassifier(6, 3, 4, 2, 0.5, 0, false), DataType.FLOAT, SEED);
        // One batch of everything and a step of no size: only dropout differs between steps.
        trainer(OPTIONS.withUpdater(UpdaterKind.SGD, 1e-30).withBatchSize(27).withEpochs(5))
                .fit(network, new StandardObjective(), train, null, recorder(losses));
        assertThat(losses).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void should_learn_in_all_three_settings_of_the_loss() {
        for (boolean guided : new boolean[] {false, true}) {
            Network network = network();
            fit(network, OPTIONS.withEpochs(40), guided);
            assertThat(Evaluation.of(network, train).accuracy()).isGreaterThan(0.9);
        }
    }

    @Test
    void should_stop_when_validation_does_not_improve_and_restore_the_best_weights() {
        TrainingOptions options =
                new TrainingOptions(UpdaterKind.SGD, 1e-30, 8, 50, 0, 3, 0, true, 0);
        Network network = network();
        TrainingResult result =
                trainer(options).fit(network, new StandardObjective(), train, validation);
        assertThat(result.stopped()).isEqualTo(StopReason.PATIENCE);
        assertThat(result.bestEpoch()).isZero();
        assertThat(result.history()).hasSize(4);
    }

    @Test
    void should_end_with_the_weights_of_the_best_validation_epoch() {
        // A large step makes validation go up and down.
        TrainingOptions options =
                new TrainingOptions(UpdaterKind.ADAM, 0.3, 8, 12, 0, 0, 0, true, 0);
        Network network = network();
        TrainingResult result =
                trainer(options).fit(network, new StandardObjective(), train, validation);
        Evaluation end = Evaluation.of(network, validation);
        Epoch best = result.history().get(result.bestEpoch());
        assertThat(end.accuracy()).isEqualTo(best.validationAccuracy());
        assertThat(end.loss()).isEqualTo(best.validationLoss());
        assertThat(result.history())
                .allMatch(epoch -> epoch.validationAccuracy() <= best.validationAccuracy());
    }

    @Test
    void should_stop_at_the_asked_training_accuracy() {
        TrainingResult result =
                trainer(OPTIONS.withEpochs(200).withStop(0, 0.8))
                        .fit(network(), new StandardObjective(), train, null);
        assertThat(result.stopped()).isEqualTo(StopReason.TRAIN_ACCURACY);
        assertThat(result.history().get(result.history().size() - 1).trainAccuracy())
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void should_stop_when_a_listener_says_so() {
        Listener stopper =
                new BaseListener() {
                    @Override
                    public boolean isActive(Operation operation) {
                        return true;
                    }

                    @Override
                    public ListenerResponse epochEnd(
                            SameDiff sd, At at, LossCurve curve, long milliseconds) {
                        return at.epoch() == 1 ? ListenerResponse.STOP : ListenerResponse.CONTINUE;
                    }
                };
        TrainingResult result =
                trainer(OPTIONS).fit(network(), new StandardObjective(), train, null, stopper);
        assertThat(result.stopped()).isEqualTo(StopReason.LISTENER);
        assertThat(result.history()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void should_keep_good_parameters_and_checkpoint_when_it_diverges(int every) {
        Path file = folder.resolve("model.npz");
        Network network = network();
        trainer(OPTIONS.withEpochs(1))
                .withCheckpoint(file)
                .fit(network, new StandardObjective(), train, null);
        TrainingOptions huge =
                OPTIONS.withUpdater(UpdaterKind.SGD, 1e300).withCheckpointEvery(every);
        assertThatThrownBy(
                        () ->
                                trainer(huge)
                                        .withCheckpoint(file)
                                        .fit(network, new StandardObjective(), train, null))
                .isInstanceOf(DivergedTrainingException.class)
                .hasMessageContaining("training diverged in epoch 0")
                .hasMessageContaining(file.toString());
        assertFinite(network);
        assertFinite(Checkpoint.load(file));
    }

    @Test
    void should_end_a_training_of_which_the_loss_explodes_and_stays_finite() {
        Network network = network();
        Map<String, INDArray> start = network.parameters().snapshot();
        List<Double> losses = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                trainer(OPTIONS.withUpdater(UpdaterKind.SGD, 1e25))
                                        .fit(
                                                network,
                                                new StandardObjective(),
                                                train,
                                                null,
                                                recorder(losses)))
                .isInstanceOf(DivergedTrainingException.class)
                .hasMessageMatching(
                        "training diverged in epoch 0 at update 1: the loss grew from 0\\.\\d+ to"
                                + " \\d\\.\\d+e\\+\\d+; the network holds .*Lower the learning rate.*");
        assertThat(losses).hasSize(2).allMatch(Double::isFinite);
        assertThat(distance(start, network)).isZero();
    }

    @Test
    void should_tell_listeners_the_end_also_of_a_training_that_fails() {
        List<String> heard = new ArrayList<>();
        Listener first =
                new BaseListener() {
                    @Override
                    public boolean isActive(Operation operation) {
                        return true;
                    }

                    @Override
                    public void operationStart(SameDiff sd, Operation operation) {
                        heard.add("start");
                    }

                    @Override
                    public void operationEnd(SameDiff sd, Operation operation) {
                        heard.add("end");
                    }
                };
        assertThatThrownBy(
                        () ->
                                trainer(OPTIONS)
                                        .fit(
                                                network(),
                                                new StandardObjective(),
                                                train,
                                                null,
                                                first,
                                                killer(2)))
                .hasMessage("killed");
        assertThat(heard).containsExactly("start", "end");
        trainer(OPTIONS).fit(network(), new StandardObjective(), train, null, first);
        assertThat(heard).containsExactly("start", "end", "start", "end");
    }

    @Test
    void should_fine_tune_a_loaded_network() {
        Path file = folder.resolve("standard.npz");
        Network standard = network();
        trainer(OPTIONS).withCheckpoint(file).fit(standard, new StandardObjective(), train, null);
        Network tuned = Checkpoint.load(file);
        assertSameBits(standard, tuned);
        TrainingResult result = fit(tuned, OPTIONS.withEpochs(2), true);
        assertThat(result.updates()).isEqualTo(8);
        assertThat(distance(standard.parameters().snapshot(), tuned)).isPositive();
    }

    @Test
    void should_say_which_listener_the_objective_needs() {
        assertThatThrownBy(
                        () ->
                                trainer(OPTIONS)
                                        .fit(network(), new SaliencyGuidedObjective(), train, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("attach the listener");
    }

    @Test
    void should_refuse_labels_outside_the_classes() {
        Examples wrong = new Examples(train.x(), new int[27]);
        wrong.labels()[3] = 2;
        assertThatThrownBy(
                        () -> trainer(OPTIONS).fit(network(), new StandardObjective(), wrong, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training labels must be in [0, 2), found 2");
    }

    @Test
    void should_run_a_subclass_that_overrides_one_step() {
        List<Double> lambdas = new ArrayList<>();
        Listener spy =
                new BaseListener() {
                    @Override
                    public boolean isActive(Operation operation) {
                        return true;
                    }

                    @Override
                    public void iterationStart(
                            SameDiff sd, At at, MultiDataSet data, long milliseconds) {
                        lambdas.add(data.getFeatures(2).getDouble(0));
                    }
                };
        Network network = network();
        trainer(OPTIONS.withEpochs(2))
                .fit(
                        network,
                        new SaliencyGuidedObjective(),
                        train,
                        null,
                        new WarmUpListenerExample(
                                network, new SaliencyGuidedOptions().withLambda(2), SEED, 4),
                        spy);
        assertThat(lambdas).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0, 2.0, 2.0, 2.0);
    }

    // --- resume -------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 9, 11, 16})
    void should_resume_with_the_bits_of_an_uninterrupted_run(int killedAt) {
        for (boolean guided : new boolean[] {false, true}) {
            TrainingOptions options = OPTIONS.withCheckpointEvery(1);
            Network whole = network();
            TrainingResult expected = fit(whole, options, guided);
            Path file = folder.resolve("run-" + guided + ".npz");
            Network killed = network();
            assertThatThrownBy(
                            () ->
                                    trainer(options)
                                            .withCheckpoint(file)
                                            .fit(
                                                    killed,
                                                    objective(guided),
                                                    train,
                                                    validation,
                                                    listeners(killed, guided, killer(killedAt))))
                    .hasMessage("killed");
            if (!Files.exists(file)) {
                assertThat(killedAt).isEqualTo(1);
                continue;
            }
            // A new process starts with other weights in the network: they are overwritten.
            Network resumed =
                    Network.initialise(TinySeries.architecture(), DataType.FLOAT, Seed.of(99));
            TrainingResult result =
                    trainer(options)
                            .withCheckpoint(file)
                            .resume(
                                    resumed,
                                    objective(guided),
                                    train,
                                    validation,
                                    listeners(resumed, guided));
            assertSameBits(resumed, whole);
            assertThat(result.updates()).isEqualTo(expected.updates());
            assertThat(result.history()).hasToString(expected.history().toString());
        }
    }

    @Test
    void should_return_the_result_of_a_finished_run_when_it_is_resumed() {
        Path file = folder.resolve("done.npz");
        Network done = network();
        TrainingResult expected =
                trainer(OPTIONS)
                        .withCheckpoint(file)
                        .fit(done, new StandardObjective(), train, null);
        Network again = network();
        TrainingResult result =
                trainer(OPTIONS)
                        .withCheckpoint(file)
                        .resume(again, new StandardObjective(), train, null);
        assertThat(result.updates()).isEqualTo(expected.updates());
        assertSameBits(again, done);
    }

    @Test
    void should_refuse_to_resume_another_training() {
        Path file = folder.resolve("run.npz");
        fitWithCheckpoint(file, OPTIONS, SEED, train, true, new SaliencyGuidedOptions());
        SaliencyGuidedOptions sgt = new SaliencyGuidedOptions();
        assertOther(() -> resume(file, OPTIONS.withEpochs(9), SEED, train, true, sgt));
        assertOther(() -> resume(file, OPTIONS, Seed.of(8), train, true, sgt));
        assertOther(() -> resume(file, OPTIONS, SEED, train.range(0, 20), true, sgt));
        assertOther(() -> resume(file, OPTIONS, SEED, TinySeries.examples(27, 5), true, sgt));
        assertOther(() -> resume(file, OPTIONS, SEED, train, false, sgt));
        assertOther(() -> resume(file, OPTIONS, SEED, train, true, sgt.withMaskedFraction(0.3)));
        resume(file, OPTIONS, SEED, train, true, sgt);
    }

    @Test
    void should_say_briefly_in_what_another_training_differs() {
        Path file = folder.resolve("run.npz");
        SaliencyGuidedOptions sgt = new SaliencyGuidedOptions();
        fitWithCheckpoint(file, OPTIONS, SEED, train, true, sgt);
        assertThatThrownBy(() -> resume(file, OPTIONS.withEpochs(9), SEED, train, true, sgt))
                .hasMessage(
                        file
                                + " belongs to another training (options.epochs: was 4, now 9):"
                                + " resume it as it began, or train into another file");
        assertThatThrownBy(() -> resume(file, OPTIONS, SEED, train, true, sgt.withLambda(3)))
                .hasMessageContaining("(listeners: was …")
                .hasMessageContaining("lambda\":\"3.0");
        assertThatThrownBy(
                        () ->
                                resume(
                                        file,
                                        OPTIONS.withEpochs(9).withBatchSize(3),
                                        Seed.of(8),
                                        train.range(0, 20),
                                        false,
                                        sgt))
                .hasMessageContaining("seed: was 7, now 8; options.")
                .hasMessageContaining("; and 3 more): ")
                .extracting(e -> e.getMessage().length() - file.toString().length())
                .matches(length -> length < 300);
        Network wider =
                Network.initialise(
                        new LstmClassifier(
                                TinySeries.STEPS, TinySeries.FEATURES, 5, 2, 0.1, 0, false),
                        DataType.FLOAT,
                        SEED);
        assertThatThrownBy(
                        () ->
                                trainer(OPTIONS)
                                        .withCheckpoint(file)
                                        .resume(
                                                wider,
                                                objective(true),
                                                train,
                                                null,
                                                sgt(wider, true, sgt)))
                .hasMessageContaining("(architecture.hidden: was 4, now 5)");
    }

    @Test
    void should_name_a_checkpoint_that_cannot_be_resumed() throws Exception {
        Path file = folder.resolve("run.npz");
        fitWithCheckpoint(file, OPTIONS, SEED, train, false, new SaliencyGuidedOptions());
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(
                            () ->
                                    resume(
                                            file,
                                            OPTIONS,
                                            SEED,
                                            train,
                                            false,
                                            new SaliencyGuidedOptions()))
                    .as("first %d of %d bytes", length, bytes.length)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("run.npz");
        }
        Path model = folder.resolve("model.npz");
        Checkpoint.save(
                model, network(), null, org.salient4j.framework.Provenance.now(SEED, List.of()));
        assertThatThrownBy(
                        () ->
                                resume(
                                        model,
                                        OPTIONS,
                                        SEED,
                                        train,
                                        false,
                                        new SaliencyGuidedOptions()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds a finished model, no training to resume");
    }

    private static void assertOther(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("belongs to another training");
    }

    private static void fitWithCheckpoint(
            Path file,
            TrainingOptions options,
            Seed seed,
            Examples data,
            boolean guided,
            SaliencyGuidedOptions sgt) {
        Network network = network();
        new Trainer(options, seed)
                .withCheckpoint(file)
                .fit(network, objective(guided), data, null, sgt(network, guided, sgt));
    }

    private static void resume(
            Path file,
            TrainingOptions options,
            Seed seed,
            Examples data,
            boolean guided,
            SaliencyGuidedOptions sgt) {
        Network network = network();
        new Trainer(options, seed)
                .withCheckpoint(file)
                .resume(network, objective(guided), data, null, sgt(network, guided, sgt));
    }

    private static Listener[] sgt(Network network, boolean guided, SaliencyGuidedOptions options) {
        return guided
                ? new Listener[] {new SaliencyGuidedListener(network, options, SEED)}
                : new Listener[0];
    }

    private static Listener killer(int step) {
        return new BaseListener() {
            @Override
            public boolean isActive(Operation operation) {
                return true;
            }

            @Override
            public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
                if (at.iteration() == step - 1) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    private static Listener recorder(List<Double> losses) {
        return new BaseListener() {
            @Override
            public boolean isActive(Operation operation) {
                return true;
            }

            @Override
            public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
                losses.add(loss.totalLoss());
            }
        };
    }

    private static Trainer trainer(TrainingOptions options) {
        return new Trainer(options, SEED);
    }

    private static Network network() {
        return Network.initialise(TinySeries.architecture(), DataType.FLOAT, SEED);
    }

    private static Objective objective(boolean guided) {
        return guided ? new SaliencyGuidedObjective() : new StandardObjective();
    }

    private static Listener[] listeners(Network network, boolean guided, Listener... more) {
        List<Listener> all =
                new ArrayList<>(List.of(sgt(network, guided, new SaliencyGuidedOptions())));
        all.addAll(List.of(more));
        return all.toArray(new Listener[0]);
    }

    private TrainingResult fit(Network network, TrainingOptions options, boolean guided) {
        return trainer(options)
                .fit(network, objective(guided), train, validation, listeners(network, guided));
    }

    private static void assertSameBits(Network actual, Network expected) {
        for (String name : expected.parameters().names()) {
            assertThat(actual.parameters().get(name).dup().data().asFloat())
                    .as(name)
                    .containsExactly(expected.parameters().get(name).dup().data().asFloat());
        }
    }

    private static void assertFinite(Network network) {
        network.parameters()
                .snapshot()
                .forEach(
                        (name, array) ->
                                assertThat(array.isNaN().any() || array.isInfinite().any())
                                        .as(name)
                                        .isFalse());
    }

    private static double distance(Map<String, INDArray> start, Network network) {
        double square = 0;
        for (String name : network.parameters().names()) {
            square += Math.pow(network.parameters().get(name).distance2(start.get(name)), 2);
        }
        return Math.sqrt(square);
    }
}
