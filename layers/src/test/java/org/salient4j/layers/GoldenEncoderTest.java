package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;

/** The dense encoder with PyTorch's weights gives PyTorch's numbers. */
class GoldenEncoderTest {
    private static final double TOLERANCE = 1e-10;
    private static final MlpEncoder ENCODER =
            new MlpEncoder(5, List.of(7, 4), 1, 3, Head.hardClip(5, 5));

    @Test
    void should_give_the_reference_output() {
        INDArray y = tangents().value(golden("x"), golden("u"));
        assertThat(Golden.relativeError(y, golden("y"))).isLessThan(TOLERANCE);
    }

    @Test
    void should_give_the_reference_tangent() {
        INDArray t = tangents().tangent(golden("x"), golden("u"));
        assertThat(Golden.relativeError(t, golden("ju"))).isLessThan(TOLERANCE);
    }

    @Test
    void should_give_the_reference_jacobian_by_a_tangent_for_every_neuron() {
        INDArray jacobian = golden("jacobian");
        TangentTower tower = tangents();
        for (int i = 0; i < 5; i++) {
            INDArray unit = Nd4j.zeros(DataType.DOUBLE, 4, 5);
            unit.getColumn(i).assign(1);
            INDArray column = tower.tangent(golden("x"), unit);
            for (int b = 0; b < 4; b++) {
                for (int c = 0; c < 3; c++) {
                    assertThat(Math.abs(column.getDouble(b, c) - jacobian.getDouble(b, c, i)))
                            .isLessThan(TOLERANCE);
                }
            }
        }
    }

    @Test
    void should_give_the_reference_pass_back() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 5);
        SDVariable v = graph.placeHolder("v", DataType.DOUBLE, -1, 3);
        ENCODER.vjp(new Scope(graph, weights(), Mode.EXPLAIN), x, v).rename("g");
        INDArray g =
                graph.output(Map.of("x", golden("x"), "v", golden("v")), "g")
                        .get("g")
                        .reshape(4, 5);
        assertThat(Golden.relativeError(g, golden("jtv"))).isLessThan(TOLERANCE);
    }

    @Test
    void should_give_the_reference_penalty_and_its_gradients_by_all_passes_back() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = weights();
        SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 5);
        Pullback back = ENCODER.pullback(new Scope(graph, parameters, Mode.EXPLAIN), x);
        SDVariable sum = null;
        for (int c = 0; c < 3; c++) {
            INDArray unit = Nd4j.zeros(DataType.DOUBLE, 1, 3);
            unit.putScalar(c, 1);
            SDVariable square = graph.math().square(back.apply(graph.constant(unit))).sum();
            sum = sum == null ? square : sum.add(square);
        }
        sum.mul(0.5 / 4).rename("penalty");
        graph.setLossVariables("penalty");
        Map<String, INDArray> placeholders = Map.of("x", golden("x"));
        INDArray penalty = graph.output(placeholders, "penalty").get("penalty");
        assertThat(Golden.relativeError(penalty.reshape(1), golden("half_mean_square")))
                .isLessThan(TOLERANCE);
        // The last bias moves no derivative: neither PyTorch nor SameDiff has a gradient for it.
        List<String> names =
                parameters.names().stream()
                        .filter(name -> Golden.has("xcebra/penalty_gradient/" + name))
                        .toList();
        assertThat(names).hasSize(5);
        graph.calculateGradients(placeholders, names)
                .forEach(
                        (name, gradient) ->
                                assertThat(
                                                Golden.relativeError(
                                                        gradient,
                                                        golden("penalty_gradient/" + name)))
                                        .as(name)
                                        .isLessThan(TOLERANCE));
    }

    private static TangentTower tangents() {
        return new TangentTower(weights(), Mode.EXPLAIN, new long[] {5}, ENCODER::output);
    }

    private static Parameters weights() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(parameters, Mode.EXPLAIN, new long[] {5}, ENCODER::output);
        Map<String, INDArray> weights = new LinkedHashMap<>();
        parameters.names().forEach(name -> weights.put(name, golden("weights/" + name)));
        parameters.assign(weights);
        return parameters;
    }

    private static INDArray golden(String name) {
        return Golden.read("xcebra/" + name);
    }
}
