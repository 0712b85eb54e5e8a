package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.encoder.Encoder;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CifarResNetClassifier;
import org.salient4j.layers.zoo.Classifier;
import org.salient4j.layers.zoo.ResNetClassifier;
import org.salient4j.layers.zoo.VggClassifier;

/** What every registered architecture promises, at its default sizes unless those take minutes. */
class ArchitectureContractTest {
    private static final int BATCH = 3;
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "mlp-encoder", "offset1-model-mse-clip-5-5",
                    "convolutional-encoder", "offset10-model");

    private static final Map<String, Architecture> SMALL =
            Map.of(
                    "resnet-18", new ResNetClassifier(3, 8, 8, List.of(4, 6), List.of(2, 1), 10),
                    "resnet-32", new CifarResNetClassifier(3, 8, 8, 4, 1, 10),
                    "vgg-16",
                            new VggClassifier(
                                    3,
                                    16,
                                    12,
                                    List.of(4, 6),
                                    List.of(1, 2),
                                    List.of(8, 6),
                                    10,
                                    0.4));

    static Stream<Architecture> registered() {
        return ServiceLoader.load(Architecture.class).stream().map(ServiceLoader.Provider::get);
    }

    static Stream<Architecture> architectures() {
        return registered().map(network -> SMALL.getOrDefault(network.name(), network));
    }

    static Stream<Architecture> alikeInTraining() {
        return architectures().filter(network -> !network.usesBatchStatistics());
    }

    static Stream<Architecture> droppingOut() {
        return architectures()
                .filter(
                        network ->
                                Arrays.stream(network.getClass().getRecordComponents())
                                        .anyMatch(ArchitectureContractTest::isDropRate));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_have_gradients_that_equal_finite_differences(Architecture architecture) {
        TestTower tower = tower(architecture, Mode.EXPLAIN, DataType.DOUBLE);
        GradientCheck.run(tower, draw(architecture, BATCH, 5), new SplittableRandom(6));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_give_logits_of_a_row_a_class(Architecture architecture) {
        INDArray logits =
                tower(architecture, Mode.EXPLAIN, DataType.FLOAT)
                        .output(draw(architecture, BATCH, 5));
        assertThat(logits.shape()).containsExactly(BATCH, architecture.outputs());
        assertThat(logits.dataType()).isEqualTo(DataType.FLOAT);
    }

    @ParameterizedTest
    @MethodSource("alikeInTraining")
    void should_train_as_it_explains_when_nothing_is_dropped(Architecture architecture) {
        Architecture certain = architecture;
        for (RecordComponent component : architecture.getClass().getRecordComponents()) {
            if (isDropRate(component)) {
                certain = with(certain, component.getName(), 0.0);
            }
        }
        assertThat(certain.equals(architecture)).isEqualTo(architecture instanceof Encoder);
        INDArray x = draw(architecture, BATCH, 7);
        assertThat(tower(certain, Mode.TRAIN, DataType.DOUBLE).output(x))
                .isEqualTo(tower(certain, Mode.EXPLAIN, DataType.DOUBLE).output(x))
                .isEqualTo(tower(architecture, Mode.EXPLAIN, DataType.DOUBLE).output(x));
    }

    static Stream<Architecture> classifiers() {
        return architectures().filter(Classifier.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("droppingOut")
    void should_drop_at_random_in_training_only(Architecture architecture) {
        INDArray x = draw(architecture, BATCH, 8);
        TestTower train = tower(architecture, Mode.TRAIN, DataType.DOUBLE);
        Nd4j.getRandom().setSeed(3);
        INDArray first = train.output(x).dup();
        INDArray second = train.output(x).dup();
        Nd4j.getRandom().setSeed(3);
        assertThat(train.output(x)).isEqualTo(first).isNotEqualTo(second);
        TestTower explain = tower(architecture, Mode.EXPLAIN, DataType.DOUBLE);
        assertThat(explain.output(x).dup()).isEqualTo(explain.output(x));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_compute_every_row_of_a_batch_on_its_own(Architecture architecture) {
        TestTower tower = tower(architecture, Mode.EXPLAIN, DataType.DOUBLE);
        INDArray x = draw(architecture, BATCH, 9);
        INDArray all = tower.output(x);
        INDArray rows = x.reshape('c', BATCH, x.length() / BATCH);
        for (int b = 0; b < BATCH; b++) {
            INDArray alone = Nd4j.pullRows(rows, 1, b).reshape('c', shape(architecture, 1));
            assertThat(tower.output(alone).getRow(0).distance2(all.getRow(b))).isLessThan(1e-12);
        }
        INDArray weights = Nd4j.zeros(DataType.DOUBLE, BATCH, architecture.outputs());
        weights.putScalar(1, 0, 1);
        INDArray gradient =
                tower.gradients(x, weights).get("x").reshape('c', BATCH, x.length() / BATCH);
        assertThat(gradient.getRow(0).amaxNumber().doubleValue()).isZero();
        assertThat(gradient.getRow(1).amaxNumber().doubleValue()).isPositive();
        assertThat(gradient.getRow(2).amaxNumber().doubleValue()).isZero();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_declare_the_same_parameters_in_both_modes(Architecture architecture) {
        assertThat(tower(architecture, Mode.TRAIN, DataType.FLOAT).parameters().names())
                .containsExactlyElementsOf(
                        tower(architecture, Mode.EXPLAIN, DataType.FLOAT).parameters().names());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_name_and_describe_itself(Architecture architecture) {
        assertThat(architecture.name()).matches("[a-z][a-z0-9-]*");
        assertThat(architecture.description()).isNotBlank();
        assertThat(architectures().map(Architecture::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_refuse_invalid_components_by_name(Architecture architecture) {
        for (RecordComponent component : architecture.getClass().getRecordComponents()) {
            for (Object wrong : wrongValues(component)) {
                assertThatThrownBy(() -> with(architecture, component.getName(), wrong))
                        .as("%s = %s", component.getName(), wrong)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(component.getName() + " must be ")
                        .hasMessageEndingWith("was " + wrong);
            }
        }
    }

    static Stream<Architecture> architecturesOfTheTimeSeriesBenchmark() {
        return classifiers().filter(network -> network.inputShape().length == 2);
    }

    @ParameterizedTest
    @MethodSource("architecturesOfTheTimeSeriesBenchmark")
    void should_end_in_probabilities_if_the_softmax_is_doubled(Architecture architecture) {
        INDArray output =
                tower(with(architecture, "doubleSoftmax", true), Mode.EXPLAIN, DataType.DOUBLE)
                        .output(draw(architecture, BATCH, 10));
        for (int b = 0; b < BATCH; b++) {
            assertThat(output.getRow(b).sumNumber().doubleValue()).isCloseTo(1, within(1e-12));
        }
        assertThat(output.minNumber().doubleValue()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("registered")
    void should_give_logits_at_its_presets(Architecture architecture) {
        architecture
                .presets()
                .forEach(
                        (preset, sized) -> {
                            assertThat(preset).matches("[a-z][a-z0-9-]*");
                            assertThat(sized).hasSameClassAs(architecture);
                            // The encoders' defaults are among those that CEBRA names.
                            assertThat(sized.equals(architecture))
                                    .isEqualTo(preset.equals(DEFAULTS.get(architecture.name())));
                            if (sized.name().equals("vgg-16")) {
                                return; // half a gigabyte of parameters
                            }
                            INDArray logits =
                                    tower(sized, Mode.TRAIN, DataType.FLOAT)
                                            .output(draw(sized, BATCH, 5));
                            assertThat(logits.shape()).containsExactly(BATCH, sized.outputs());
                        });
    }

    private static boolean isDropRate(RecordComponent component) {
        return component.getName().toLowerCase(Locale.ROOT).endsWith("dropout");
    }

    private static List<Object> wrongValues(RecordComponent component) {
        List<Object> wrong = new ArrayList<>();
        if (component.getType() == int.class) {
            wrong.addAll(List.of(0, -1));
        } else if (isDropRate(component)) {
            wrong.addAll(List.of(-0.1, 1.0, Double.NaN));
        } else if (component.getType() == double.class) {
            wrong.addAll(List.of(Double.NaN, Double.POSITIVE_INFINITY));
        }
        return wrong;
    }

    /** The record with another value of one component. */
    private static Architecture with(Architecture architecture, String name, Object value) {
        RecordComponent[] components = architecture.getClass().getRecordComponents();
        assertThat(components).extracting(RecordComponent::getName).contains(name);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                boolean chosen = components[i].getName().equals(name);
                values[i] = chosen ? value : components[i].getAccessor().invoke(architecture);
            }
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            return architecture.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestTower tower(Architecture architecture, Mode mode, DataType type) {
        return new TestTower(
                new Parameters(type, new SplittableRandom(4)),
                mode,
                architecture.inputShape(),
                architecture::output);
    }

    private static INDArray draw(Architecture architecture, int samples, long seed) {
        return GradientCheck.normal(new SplittableRandom(seed), shape(architecture, samples));
    }

    private static long[] shape(Architecture architecture, long samples) {
        long[] example = architecture.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = samples;
        System.arraycopy(example, 0, shape, 1, example.length);
        return shape;
    }
}
