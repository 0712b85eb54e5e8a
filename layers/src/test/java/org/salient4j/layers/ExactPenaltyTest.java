package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;

/**
 * The squared Jacobian and its gradients are the same whether all unit vectors go forth as tangents
 * or back.
 */
class ExactPenaltyTest {
    private static final int NEURONS = 4;
    private static final int DIMENSION = 3;

    static Stream<MlpEncoder> encoders() {
        List<Integer> widths = List.of(6, 6, 5);
        List<FeatureRange> blocks = List.of(new FeatureRange(0, 1), new FeatureRange(1, 3));
        return Stream.of(
                        Head.none(),
                        Head.l2Normalise(),
                        Head.l2Normalise(blocks),
                        Head.hardClip(0.2, 0.3),
                        Head.tanh(),
                        Head.scaledTanh(2))
                .map(head -> new MlpEncoder(NEURONS, widths, 3, DIMENSION, head));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void should_be_the_same_forth_and_back(MlpEncoder encoder) {
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 3, 1, NEURONS).mul(2);
        SameDiff forth = SameDiff.create();
        SameDiff back = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        SDVariable in = forth.placeHolder("x", DataType.DOUBLE, -1, 1, NEURONS);
        SDVariable sum = null;
        for (int i = 0; i < NEURONS; i++) {
            SDVariable u = forth.constant(unit(NEURONS, i, 3).reshape(3, 1, NEURONS));
            Dual y = encoder.output(new Scope(forth, parameters, Mode.EXPLAIN), new Dual(in, u));
            sum = plus(sum, y.tangent());
        }
        sum.rename("penalty");
        SDVariable start = back.placeHolder("x", DataType.DOUBLE, -1, 1, NEURONS);
        Pullback way = encoder.pullback(new Scope(back, parameters, Mode.EXPLAIN), start);
        sum = null;
        for (int c = 0; c < DIMENSION; c++) {
            sum = plus(sum, way.apply(back.constant(unit(DIMENSION, c, 1))));
        }
        sum.rename("penalty");
        Map<String, INDArray> one = gradients(forth, x, parameters);
        Map<String, INDArray> other = gradients(back, x, parameters);
        assertThat(one.keySet()).isEqualTo(other.keySet()).contains("penalty", "layer1.weight");
        one.forEach(
                (name, value) ->
                        assertThat(Golden.relativeError(other.get(name), value))
                                .as(name)
                                .isLessThan(1e-10));
    }

    /** The penalty and its gradients. */
    private static Map<String, INDArray> gradients(
            SameDiff graph, INDArray x, Parameters parameters) {
        graph.setLossVariables("penalty");
        graph.createGradFunction();
        List<String> moving =
                parameters.names().stream()
                        .filter(name -> graph.getVariable(name).getGradient() != null)
                        .toList();
        Map<String, INDArray> all =
                new java.util.HashMap<>(graph.calculateGradients(Map.of("x", x), moving));
        all.put("penalty", graph.output(Map.of("x", x), "penalty").get("penalty"));
        return all;
    }

    private static SDVariable plus(SDVariable sum, SDVariable vector) {
        SDVariable square = vector.mul(vector).sum();
        return sum == null ? square : sum.add(square);
    }

    private static INDArray unit(int size, int index, int rows) {
        INDArray unit = Nd4j.zeros(DataType.DOUBLE, rows, size);
        unit.getColumn(index).assign(1);
        return unit;
    }
}
