package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.GraphModel;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** Methods that take cells away, against Captum and NumPy; see the README.txt of the fixtures. */
class GoldenPerturbationTest {
    private static final Baseline GIVEN = Baseline.file(Golden.file("perturbation/baseline"));
    private static final FeatureGroups BLOCKS =
            FeatureGroups.file(Golden.file("perturbation/groups"));

    static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of("ablation_cells", new FeatureAblation().from(GIVEN)),
                Arguments.of("ablation_groups", new FeatureAblation().from(GIVEN).of(BLOCKS)),
                Arguments.of("occlusion_3x2_stride_2x1", occlusion(List.of(3, 2), List.of(2, 1))),
                // The last windows stand out of the sample and are cut.
                Arguments.of("occlusion_4x3_stride_3x2", occlusion(List.of(4, 3), List.of(3, 2))),
                Arguments.of("shapley_cells", shapley(7, FeatureGroups.cells(), "orders_cells")),
                Arguments.of("shapley_groups", shapley(5, BLOCKS, "orders_groups")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void should_equal_captum_and_numpy(String file, AttributionMethod method) {
        INDArray values = attribute(method).values();

        assertThat(Golden.relativeError(values, Golden.read("perturbation/" + file)))
                .isLessThan(1e-12);
    }

    @Test
    void should_approach_the_exact_shapley_values_of_groups() {
        INDArray exact = Golden.read("perturbation/shapley_groups_exact");

        double few = Golden.relativeError(attribute(sampled(10)).values(), exact);
        double many = Golden.relativeError(attribute(sampled(1000)).values(), exact);

        // A hundred times the orders: a tenth of the error, more or less.
        assertThat(few).isGreaterThan(0.02);
        assertThat(many).isLessThan(few / 4).isLessThan(0.03);
    }

    /** f(v) = a·v + vᵀBv + 2 tanh(w·v) + v₀v₁v₂ + max(v₃, v₄). */
    @Test
    void should_find_the_values_of_a_function_of_eight_features() {
        DifferentiableModel model = eightFeatures();
        INDArray x = Golden.read("shapley/x").reshape(1, 8);
        Baseline baseline = Baseline.file(Golden.file("shapley/baseline"));
        INDArray f = Golden.read("shapley/f");
        assertThat(model.output(x).getDouble(0)).isCloseTo(f.getDouble(0), within(1e-12));

        INDArray ablation =
                new FeatureAblation()
                        .from(baseline)
                        .attribute(model, x, new int[1], Seed.of(1))
                        .values();
        Attribution shapley =
                new ShapleyValueSampling(
                                20_000,
                                Output.LOGIT,
                                baseline,
                                FeatureGroups.cells(),
                                GroupShare.WHOLE)
                        .attribute(model, x, new int[1], Seed.of(1));

        assertThat(Golden.relativeError(ablation, Golden.read("shapley/ablation")))
                .isLessThan(1e-12);
        // The largest deviation of a feature between orders is of the size of its value.
        assertThat(Golden.relativeError(shapley.values(), Golden.read("shapley/values")))
                .isLessThan(0.02);
        assertThat(shapley.values().sumNumber().doubleValue())
                .isCloseTo(f.getDouble(0) - f.getDouble(1), within(1e-10));
        assertThat(shapley.convergenceDelta().orElseThrow()[0]).isCloseTo(0, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"lstm, 1", "lstm_ica, 27", "tcn, 27", "transformer, 61"})
    void should_ablate_cells_of_networks_as_captum(String net, int every) {
        INDArray groups = every(every, 50, 50);

        INDArray values =
                new FeatureAblation()
                        .of(FeatureGroups.of(groups))
                        .attribute(
                                Golden.network(net, DataType.DOUBLE),
                                Golden.read("common_series/input"),
                                Golden.labels(),
                                Seed.of(1))
                        .values();

        assertThat(Golden.relativeError(values, kept(groups, net + "/feature_ablation")))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm_ica", "tcn", "transformer"})
    void should_occlude_steps_of_networks_as_captum(String net) {
        INDArray values =
                new Occlusion()
                        .from(Baseline.file(Golden.file("common_series/baseline")))
                        .attribute(
                                Golden.network(net, DataType.DOUBLE),
                                Golden.read("common_series/input"),
                                Golden.labels(),
                                Seed.of(1))
                        .values();

        assertThat(Golden.relativeError(values, Golden.read(net + "/occlusion"))).isLessThan(1e-9);
    }

    @Test
    void should_occlude_and_ablate_pixels_as_captum() {
        Network network = Golden.network("mnist_cnn", DataType.DOUBLE);
        INDArray x = Golden.read("mnist_cnn/input");
        int[] labels = Golden.read("mnist_cnn/label").toIntVector();

        INDArray occlusion =
                new Occlusion(
                                List.of(0, 4, 4),
                                List.of(1, 3, 3),
                                Output.LOGIT,
                                Baseline.file(Golden.file("common_image/baseline")))
                        .attribute(network, x, labels, Seed.of(1))
                        .values();
        INDArray groups = every(13, 1, 28, 28);
        INDArray pixels =
                new FeatureAblation()
                        .of(FeatureGroups.of(groups))
                        .attribute(network, x, labels, Seed.of(1))
                        .values();

        assertThat(Golden.relativeError(occlusion, Golden.read("mnist_cnn/occlusion")))
                .isLessThan(1e-9);
        assertThat(Golden.relativeError(pixels, kept(groups, "mnist_cnn/feature_ablation")))
                .isLessThan(1e-9);
    }

    /** Every n-th cell a group; the others belong to none and cost nothing. */
    private static INDArray every(int n, long... shape) {
        INDArray groups = Nd4j.zeros(DataType.DOUBLE, shape).subi(1);
        for (int cell = 0; cell < groups.length(); cell += n) {
            groups.reshape(groups.length()).putScalar(cell, cell);
        }
        return groups;
    }

    /** What was computed of a golden file, zeros elsewhere. */
    private static INDArray kept(INDArray groups, String file) {
        INDArray all = Golden.read(file);
        INDArray kept = groups.gte(0).castTo(DataType.DOUBLE);
        for (int b = 0; b < all.size(0); b++) {
            all.slice(b).muli(kept);
        }
        return all;
    }

    private static Attribution attribute(AttributionMethod method) {
        DifferentiableModel model =
                Models.handWritten(
                        Golden.read("perturbation/first"), Golden.read("perturbation/second"));
        return method.attribute(
                model,
                Golden.read("perturbation/input"),
                Golden.read("perturbation/target").toIntVector(),
                Seed.of(3));
    }

    private static Occlusion occlusion(List<Integer> window, List<Integer> stride) {
        return new Occlusion(window, stride, Output.LOGIT, GIVEN);
    }

    private static ShapleyValueSampling shapley(int n, FeatureGroups groups, String orders) {
        return new ShapleyValueSampling(
                n,
                Output.LOGIT,
                GIVEN,
                groups,
                GroupShare.WHOLE,
                Orders.file(Golden.file("perturbation/" + orders)));
    }

    private static ShapleyValueSampling sampled(int n) {
        return new ShapleyValueSampling(n, Output.LOGIT, GIVEN, BLOCKS, GroupShare.WHOLE);
    }

    private static DifferentiableModel eightFeatures() {
        SameDiff graph = SameDiff.create();
        SDVariable v = graph.placeHolder("v", DataType.DOUBLE, -1, 8);
        SDVariable a = graph.var("a", Golden.read("shapley/a").reshape(8, 1));
        SDVariable b = graph.var("b", Golden.read("shapley/B"));
        SDVariable w = graph.var("w", Golden.read("shapley/w").reshape(8, 1));
        SDVariable triple = column(graph, v, 0).mul(column(graph, v, 1)).mul(column(graph, v, 2));
        SDVariable max = graph.math().max(column(graph, v, 3), column(graph, v, 4));
        v.mmul(a)
                .add(v.mmul(b).mul(v).sum(true, 1))
                .add(graph.math().tanh(v.mmul(w)).mul(2))
                .add(triple)
                .add("f", max);
        return GraphModel.of(graph, "v", "f", 1);
    }

    /** Column i, as a product: [B, 1]. */
    private static SDVariable column(SameDiff graph, SDVariable v, int i) {
        INDArray unit = Nd4j.zeros(DataType.DOUBLE, 8, 1).putScalar(i, 1);
        return v.mmul(graph.constant("unit" + i, unit));
    }
}
