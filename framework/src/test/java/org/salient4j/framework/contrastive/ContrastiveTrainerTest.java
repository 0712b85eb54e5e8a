package org.salient4j.framework.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Predictions;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.recipe.ModelFile;
import org.salient4j.framework.training.DivergedTrainingException;
import org.salient4j.framework.training.Epoch;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.layers.encoder.ConvolutionalEncoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.losses.InfoNce;
import org.salient4j.losses.JacobianEstimator;
import org.salient4j.losses.Similarity;
import org.salient4j.losses.Temperature;

class ContrastiveTrainerTest {
    private static final Seed SEED = Seed.of(7);
    private static final ContrastiveOptions OPTIONS =
            new ContrastiveOptions().withStepsPerEpoch(20).withSteps(160).withBatch(64, 3e-3);
    private static final List<ContrastiveTask> TASKS =
            List.of(
                    ContrastiveTask.of("time", 0, 2, new TimeOffset()),
                    ContrastiveTask.of("label", 1, 2, new TimeDelta()));

    private final NeuralRecording recording = TinyRecording.of(800, 3);

    @TempDir Path folder;

    @Test
    void should_learn_what_is_alike_and_keep_the_jacobian_small() {
        TrainingResult free = fit(network(clipped()), OPTIONS.withLambda(0), null);
        TrainingResult penalised = fit(network(clipped()), OPTIONS, null);
        assertThat(penalised.updates()).isEqualTo(160);
        assertThat(penalised.history()).hasSize(8);
        double chance = InfoNce.goodnessOfFit(last(free).get("label"), 64);
        assertThat(chance).isGreaterThan(0.5);
        assertThat(free.history()).allMatch(epoch -> !epoch.losses().containsKey("jacobian"));
        // The ramp begins after 20 of the steps.
        assertThat(penalised.history().get(0).losses()).doesNotContainKey("jacobian");
        assertThat(penalised.history().get(1).losses()).containsKey("jacobian");
        Map<String, Double> losses = last(penalised);
        assertThat(losses)
                .containsOnlyKeys(
                        "time",
                        "time.align",
                        "time.uniform",
                        "label",
                        "label.align",
                        "label.uniform",
                        "jacobian",
                        "total");
        assertThat(losses.get("total"))
                .isCloseTo(
                        losses.get("time") + losses.get("label") + 0.1 * losses.get("jacobian"),
                        within(1e-4));
        TrainingResult strict = fit(network(clipped()), OPTIONS.withLambda(3), null);
        assertThat(last(strict).get("jacobian")).isLessThan(last(penalised).get("jacobian") / 2);
    }

    @Test
    void should_resume_with_the_bits_of_an_uninterrupted_run() {
        ContrastiveOptions options =
                OPTIONS.withSteps(60)
                        .withStepsPerEpoch(5)
                        .withLoss(new InfoNce(Similarity.COSINE, Temperature.learned(0.5)));
        Architecture architecture =
                new ConvolutionalEncoder(TinyRecording.NEURONS, 5, 4, 2, Head.l2Normalise());
        Network whole = network(architecture);
        NeuralRecording validation = TinyRecording.of(200, 5);
        TrainingResult expected = fit(whole, options, validation);
        assertThat(last(expected).get("temperature")).isNotEqualTo(0.5);
        // The ramp is from update 7 or 8 to 15.
        for (int killedAt : new int[] {6, 12, 41}) {
            Path file = folder.resolve("run-" + killedAt + ".npz");
            ContrastiveTrainer trainer = new ContrastiveTrainer(options, SEED).withCheckpoint(file);
            Network killed = network(architecture);
            Listener killer = killer(killedAt);
            assertThatThrownBy(() -> trainer.fit(killed, recording, TASKS, validation, killer))
                    .hasMessage("killed");
            Network resumed = Network.initialise(architecture, DataType.FLOAT, Seed.of(99));
            TrainingResult result = trainer.resume(resumed, recording, TASKS, validation);
            assertThat(result.history()).isEqualTo(expected.history());
            whole.parameters()
                    .snapshot()
                    .forEach(
                            (name, array) ->
                                    assertThat(resumed.parameters().get(name)).isEqualTo(array));
            assertThatThrownBy(
                            () ->
                                    new ContrastiveTrainer(options.withLambda(0.2), SEED)
                                            .withCheckpoint(file)
                                            .resume(resumed, recording, TASKS, validation))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("belongs to another training (objective: ")
                    .hasMessageContaining("lambda=0.2");
        }
    }

    @Test
    void should_end_in_a_model_file_that_says_how_it_was_trained() {
        Path file = folder.resolve("model.npz");
        ContrastiveOptions options = OPTIONS.withSteps(40);
        Network killed = network(clipped());
        assertThatThrownBy(
                        () ->
                                new ContrastiveTrainer(options, SEED)
                                        .withModelFile(model(file, false))
                                        .fit(killed, recording, TASKS, null, killer(30)))
                .hasMessage("killed");
        Network network = network(clipped());
        TrainingResult result =
                new ContrastiveTrainer(options, SEED)
                        .withModelFile(model(file, true))
                        .fit(network, recording, TASKS, null);
        assertThat(result.updates()).isEqualTo(40);
        Network loaded = Checkpoint.load(file);
        network.parameters()
                .snapshot()
                .forEach(
                        (name, array) ->
                                assertThat(loaded.parameters().get(name)).isEqualTo(array));
        var training = Checkpoint.spec(file).training();
        assertThat(training.at("/recipe/options/lambda").asDouble()).isEqualTo(0.1);
        assertThat(training.at("/recipe/tasks/1/sampler").asText()).isEqualTo("time-delta");
        assertThat(training.at("/recipe/tasks/0/settings/offset").asInt()).isEqualTo(1);
        assertThat(training.at("/history").size()).isEqualTo(2);
    }

    private static ModelFile model(Path file, boolean resume) {
        return new ModelFile(file, resume, Progress.silent(), List.of("salient4j", "embed"));
    }

    @Test
    void should_end_with_the_weights_of_the_best_validation_loss() {
        NeuralRecording validation = TinyRecording.of(300, 5);
        TrainingResult result =
                fit(network(clipped()), OPTIONS.withBatch(64, 0.1).withLambda(0), validation);
        double best =
                result.history().stream().mapToDouble(Epoch::validationLoss).min().orElseThrow();
        assertThat(result.history().get(result.bestEpoch()).validationLoss()).isEqualTo(best);
        assertThat(best).isLessThan(2 * Math.log(64));
    }

    @Test
    void should_regress_labels_by_ranges() {
        Network network =
                network(new MlpEncoder(TinyRecording.NEURONS, List.of(16), 1, 1, Head.none()));
        TrainingResult result =
                new ContrastiveTrainer(OPTIONS.withBatch(64, 0.02), SEED)
                        .fitSupervised(
                                network, recording, List.of(RegressionTask.of("y", 0, 0)), null);
        assertThat(result.history().get(0).losses().get("y")).isGreaterThan(0.05);
        assertThat(last(result).get("y")).isLessThan(0.02);
        assertThat(last(result)).containsOnlyKeys("y", "jacobian", "total");
    }

    @Test
    void should_warn_once_when_embeddings_lie_on_the_clip() {
        List<String> messages = new ArrayList<>();
        Network network =
                network(
                        new MlpEncoder(
                                TinyRecording.NEURONS, List.of(16), 1, 2, Head.hardClip(0.3, 0.3)));
        new ContrastiveTrainer(OPTIONS.withLambda(0), SEED)
                .withProgress(listening(messages))
                .fit(network, recording, TASKS, null);
        assertThat(messages.stream().filter(text -> text.contains("on the clip")))
                .singleElement()
                .asString()
                .matches(
                        "\\d+\\.\\d % of the embedding lie on the clip to \\[-0\\.3, 0\\.3\\] after"
                                + " update \\d+: take a larger batch, a wider clip or a tanh");
        messages.clear();
        new ContrastiveTrainer(OPTIONS.withSteps(40), SEED)
                .withProgress(listening(messages))
                .fit(network(clipped()), recording, TASKS, null);
        assertThat(messages).isNotEmpty().noneMatch(text -> text.contains("on the clip"));
        assertThat(messages.get(1)).matches("jacobian \\S+ label \\S+ time \\S+ total \\S+");
    }

    @Test
    void should_end_a_training_of_which_only_the_scale_grows() {
        Network network =
                network(new MlpEncoder(TinyRecording.NEURONS, List.of(16, 16), 1, 2, Head.none()));
        List<String> messages = new ArrayList<>();
        // Positives so near that no negative of 64 is: the loss has no lower bound.
        List<ContrastiveTask> near =
                List.of(ContrastiveTask.of("near", 0, 2, new DeltaNormal(1e-6, List.of())));
        assertThatThrownBy(
                        () ->
                                new ContrastiveTrainer(
                                                OPTIONS.withLambda(0)
                                                        .withSteps(2000)
                                                        .withStepsPerEpoch(4),
                                                SEED)
                                        .withProgress(listening(messages))
                                        .fit(network, recording, near, null))
                .isInstanceOf(DivergedTrainingException.class)
                .hasMessageContaining("the loss fell from 4")
                .hasMessageContaining("its scale alone lowers the loss")
                .hasMessageContaining("Take a model that clips")
                .hasMessageNotContaining("clipNorm");
        assertThat(messages)
                .filteredOn(text -> text.contains("goodness of fit of 'near'"))
                .singleElement()
                .asString()
                .contains("more than the 4.16 that 64 negatives can tell")
                .contains("Take a model that clips");
    }

    @Test
    void should_advise_settings_that_there_are_when_it_diverges() {
        assertThatThrownBy(() -> fit(network(clipped()), OPTIONS.withBatch(64, 1e30), null))
                .isInstanceOf(DivergedTrainingException.class)
                .hasMessageEndingWith("Lower learningRate");
    }

    @Test
    void should_refuse_before_the_first_step_what_cannot_be_trained() {
        Network network = network(clipped());
        assertThatThrownBy(
                        () ->
                                new ContrastiveTrainer(OPTIONS, SEED)
                                        .fit(network, recording, TASKS.subList(1, 2), null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ranges must leave no gap, were [1:2]: nothing covers 0:1");
        Network convolutional =
                network(new ConvolutionalEncoder(TinyRecording.NEURONS, 5, 4, 2, Head.none()));
        assertThatThrownBy(
                        () ->
                                new ContrastiveTrainer(
                                                OPTIONS.withEstimator(
                                                        JacobianEstimator.ADJOINT_EXACT, 1),
                                                SEED)
                                        .fit(convolutional, recording, TASKS, null, killer(1)))
                .hasMessageContaining("has no way back");
        assertThatThrownBy(
                        () ->
                                new ContrastiveTrainer(OPTIONS.withBatch(900, 1e-3), SEED)
                                        .fit(network, recording, TASKS, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("batchSize must be at most the recording's 800 steps, was 900");
    }

    @Test
    void should_check_its_options() {
        assertThatThrownBy(() -> OPTIONS.withSteps(170))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "contrastive training: steps must be a positive multiple of stepsPerEpoch"
                                + " (20), was 170");
        assertThatThrownBy(() -> OPTIONS.withLambda(-1))
                .hasMessage("contrastive training: lambda must be at least 0, was -1.0");
        assertThat(OPTIONS.withLoss(new InfoNce(Similarity.COSINE, Temperature.learned(2))).loss())
                .isEqualTo(new InfoNce(Similarity.COSINE, Temperature.learned(2)));
        assertThat(OPTIONS.penalty().from()).isEqualTo(20);
        assertThat(OPTIONS.penalty().to()).isEqualTo(40);
        assertThat(OPTIONS.withLambda(0).penalty()).isNull();
    }

    @Test
    void should_embed_the_label_in_its_range() {
        Network network = network(clipped());
        fit(network, OPTIONS, null);
        double[] f =
                org.salient4j.framework.graph.HostArray.doubles(
                        Predictions.outputs(
                                network, recording.x().reshape(800, 1, TinyRecording.NEURONS)));
        double[] label = org.salient4j.framework.graph.HostArray.doubles(recording.labels());
        double[] last = new double[800];
        for (int t = 0; t < 800; t++) {
            last[t] = f[2 * t + 1];
        }
        double correlation =
                new org.apache.commons.math3.stat.correlation.PearsonsCorrelation()
                        .correlation(last, label);
        assertThat(Math.abs(correlation)).isGreaterThan(0.9);
    }

    private static MlpEncoder clipped() {
        return new MlpEncoder(TinyRecording.NEURONS, List.of(16, 16), 1, 2, Head.hardClip(5, 5));
    }

    private static Network network(Architecture architecture) {
        return Network.initialise(architecture, DataType.FLOAT, SEED);
    }

    private TrainingResult fit(
            Network network, ContrastiveOptions options, NeuralRecording validation) {
        return new ContrastiveTrainer(options, SEED).fit(network, recording, TASKS, validation);
    }

    private static Map<String, Double> last(TrainingResult result) {
        return result.history().get(result.history().size() - 1).losses();
    }

    private static Progress listening(List<String> messages) {
        return new Progress() {
            @Override
            public void start(String task, long total) {}

            @Override
            public void step(long count) {}

            @Override
            public void message(String text) {
                messages.add(text);
            }

            @Override
            public void close() {}
        };
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
}
