package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.TinySeries;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.Initializer;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.losses.LossTerms;
import org.salient4j.losses.Objective;
import org.salient4j.losses.StandardObjective;

/** Trainings on data without labels, of networks with buffers, by objectives that change. */
class TrainingDataTest {
    private static final Seed SEED = Seed.of(7);
    private static final int EPOCHS = 3;
    private static final int COUNT = 4;
    private static final TrainingOptions OPTIONS =
            TrainingOptions.fixedBudget(EPOCHS)
                    .withBatchSize(5)
                    .withUpdater(UpdaterKind.SGD, 0.01)
                    .withCheckpointEvery(1);

    @TempDir Path folder;

    @Test
    void should_train_without_labels_and_update_the_running_mean_beside() {
        Network network = network();
        assertThat(network.parameters().trainable()).containsExactly("fc.weight", "fc.bias");
        assertThat(network.parameters().count()).isEqualTo(8);
        List<Double> losses = new ArrayList<>();
        trainer(OPTIONS).fit(network, new Changing(), new Points(), null, recorder(losses));
        assertThat(losses).hasSize(EPOCHS * COUNT);
        assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0));
        double[] expected = new double[3];
        Batches batches = new Points().batches(network, 5, SEED);
        for (int i = 0; i < EPOCHS * COUNT; i++) {
            INDArray mean = batches.get(i / COUNT, i % COUNT).getFeatures(0).mean(0);
            for (int f = 0; f < 3; f++) {
                expected[f] = 0.9 * expected[f] + 0.1 * mean.getDouble(f);
            }
        }
        assertThat(network.parameters().get("running_mean").toDoubleVector())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(expected);
    }

    @Test
    void should_average_a_term_over_the_steps_that_have_it() {
        List<Epoch> history =
                trainer(OPTIONS).fit(network(), new Changing(), new Points(), null).history();
        assertThat(history.get(0).losses()).containsOnlyKeys("square", "total");
        // The penalty comes with update 6, the third step of epoch 1; its weight is the update.
        assertThat(history.get(1).losses().get("weight")).isCloseTo(6.5, within(1e-12));
        assertThat(history.get(2).losses().get("weight")).isCloseTo(9.5, within(1e-12));
    }

    @Test
    void should_train_what_the_objective_owns_and_keep_it_out_of_the_model() {
        Path file = folder.resolve("run.npz");
        Network network = network();
        List<Epoch> history =
                trainer(OPTIONS)
                        .withCheckpoint(file)
                        .fit(network, new Changing(), new Points(), null)
                        .history();
        assertThat(network.parameters().names())
                .containsExactly("running_mean", "fc.weight", "fc.bias");
        assertThat(history.get(2).losses().get("total"))
                .isNotEqualTo(history.get(2).losses().get("square"));
        Network loaded = Checkpoint.load(file);
        network.parameters()
                .snapshot()
                .forEach(
                        (name, array) ->
                                assertThat(loaded.parameters().get(name)).isEqualTo(array));
    }

    @Test
    void should_resume_with_the_same_bits_at_every_step() {
        Network whole = network();
        TrainingResult expected =
                trainer(OPTIONS).fit(whole, new Changing(), new Points(), new Square());
        for (int last = 2; last < EPOCHS * COUNT; last += 3) {
            Path file = folder.resolve("run" + last + ".npz");
            int step = last;
            Network killed = network();
            assertThatThrownBy(
                            () ->
                                    trainer(OPTIONS)
                                            .withCheckpoint(file)
                                            .fit(
                                                    killed,
                                                    new Changing(),
                                                    new Points(),
                                                    new Square(),
                                                    killer(step)))
                    .hasMessage("killed");
            assertThat(Files.exists(file)).isTrue();
            Network resumed =
                    Network.initialise(new CentredNetwork(), DataType.DOUBLE, Seed.of(99));
            TrainingResult result =
                    trainer(OPTIONS)
                            .withCheckpoint(file)
                            .resume(resumed, new Changing(), new Points(), new Square());
            assertThat(result.history()).hasToString(expected.history().toString());
            whole.parameters()
                    .snapshot()
                    .forEach(
                            (name, array) ->
                                    assertThat(resumed.parameters().get(name)).isEqualTo(array));
        }
    }

    @Test
    void should_choose_the_best_epoch_by_the_loss_alone_where_there_is_no_accuracy() {
        // The step is too large: the loss goes up and down.
        TrainingOptions options =
                new TrainingOptions(UpdaterKind.ADAM, 20, 5, 12, 0, 0, 0, true, 0);
        Network network = network();
        TrainingResult result =
                trainer(options).fit(network, new Changing(), new Points(), new Square());
        double best =
                result.history().stream().mapToDouble(Epoch::validationLoss).min().orElseThrow();
        assertThat(result.history()).allMatch(epoch -> Double.isNaN(epoch.validationAccuracy()));
        assertThat(result.history().get(result.bestEpoch()).validationLoss()).isEqualTo(best);
        assertThat(new Square().evaluate(network).loss()).isEqualTo(best);
        assertThat(result.bestEpoch()).isLessThan(11);
    }

    @Test
    void should_refuse_data_that_the_objective_or_the_options_cannot_use() {
        assertThatThrownBy(
                        () ->
                                trainer(OPTIONS)
                                        .fit(
                                                network(),
                                                new StandardObjective(),
                                                new Points(),
                                                null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("needs the labels [labels], the batch has 0");
        assertThatThrownBy(
                        () ->
                                trainer(OPTIONS.withStop(0, 0.9))
                                        .fit(network(), new Changing(), new Points(), null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("stopAtTrainAccuracy needs training data with labels: set it to 0");
        Network other = Network.initialise(TinySeries.architecture(), DataType.FLOAT, SEED);
        assertThatThrownBy(() -> trainer(OPTIONS).fit(other, new Changing(), new Points(), null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training points have 3 numbers");
    }

    /** Squares times a factor of its own, and from update 6 on a weight that is a scalar. */
    private record Changing(boolean late) implements Objective {
        Changing() {
            this(false);
        }

        @Override
        public String name() {
            return "changing";
        }

        @Override
        public Objective at(long update) {
            return new Changing(update >= 6);
        }

        @Override
        public Map<String, Double> scalars(long update) {
            return update >= 6 ? Map.of("weight", (double) update) : Map.of();
        }

        @Override
        public LossTerms build(Architecture architecture, Scope scope) {
            SDVariable x = scope.graph().placeHolder(INPUT, scope.dataType(), -1, 3);
            SDVariable out = architecture.output(scope, x);
            SDVariable own = scope.parameter("own", Initializer.ones(), 1);
            SDVariable square = out.sub(1).mul(out.sub(1)).mean().rename("square");
            SDVariable total = square.add(own.mul(own).sum());
            Map<String, SDVariable> terms = new LinkedHashMap<>();
            terms.put("square", square);
            if (late) {
                SDVariable weight = scope.graph().placeHolder("weight", scope.dataType());
                SDVariable read = weight.mul(1).rename("read");
                terms.put("weight", read);
                total = total.add(read.mul(0.001));
            }
            return new LossTerms(total.rename("all"), terms, List.of(INPUT), List.of(), out);
        }
    }

    private record Points() implements TrainingData {
        @Override
        public void requireFits(Network network, String part) {
            if (network.inputShape().length != 1) {
                throw new InvalidInputException(part + " points have 3 numbers");
            }
        }

        @Override
        public Batches batches(Network network, int batchSize, Seed seed) {
            return new Batches() {
                @Override
                public int count() {
                    return COUNT;
                }

                @Override
                public org.nd4j.linalg.dataset.api.MultiDataSet get(int epoch, int number) {
                    var random = seed.child(epoch).child(number).random();
                    double[] values = random.doubles(3L * batchSize).toArray();
                    INDArray x = Nd4j.create(values, new long[] {batchSize, 3}, 'c');
                    return new MultiDataSet(new INDArray[] {x}, new INDArray[0]);
                }
            };
        }

        @Override
        public String digest() {
            return "points";
        }
    }

    private record Square() implements Validation {
        @Override
        public void requireFits(Network network, String part) {}

        @Override
        public Evaluation evaluate(Network network) {
            INDArray x = Nd4j.linspace(DataType.DOUBLE, 0, 0.1, 30).reshape(10, 3);
            INDArray off = network.output(x).sub(1);
            return Evaluation.ofLoss(off.mul(off).meanNumber().doubleValue());
        }

        @Override
        public String digest() {
            return "square";
        }
    }

    private static Network network() {
        return Network.initialise(new CentredNetwork(), DataType.DOUBLE, SEED);
    }

    private static Trainer trainer(TrainingOptions options) {
        return new Trainer(options, SEED);
    }

    private static Listener recorder(List<Double> losses) {
        return new BaseListener() {
            @Override
            public boolean isActive(Operation operation) {
                return true;
            }

            @Override
            public void iterationDone(
                    SameDiff sd, At at, org.nd4j.linalg.dataset.api.MultiDataSet data, Loss loss) {
                losses.add(loss.getLosses()[0]);
            }
        };
    }

    private static Listener killer(int step) {
        return new BaseListener() {
            @Override
            public boolean isActive(Operation operation) {
                return true;
            }

            @Override
            public void iterationDone(
                    SameDiff sd, At at, org.nd4j.linalg.dataset.api.MultiDataSet data, Loss loss) {
                if (at.iteration() == step - 1) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }
}
