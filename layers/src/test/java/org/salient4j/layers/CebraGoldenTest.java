package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.encoder.CebraModels;
import org.salient4j.layers.encoder.Encoder;

/** The models of CEBRA's names, with its weights, give its numbers. */
class CebraGoldenTest {
    private static final double TOLERANCE = 1e-10;
    private static final int NEURONS = 4;

    @ParameterizedTest
    @CsvSource({
        "offset1-model, 6, 3",
        "offset1-model-mse-v2-3layers-tanh, 6, 3",
        "offset1-model-mse-clip-1-5, 6, 1",
        "offset5-model, 5, 3",
        "offset10-model, 5, 3",
        "offset10-model-mse, 5, 3",
        "offset15-model, 3, 2"
    })
    void should_give_the_reference_output_tangent_and_penalty_gradient(
            String name, int units, int dimension) {
        Encoder encoder = CebraModels.encoder(name, NEURONS, units, dimension);
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TangentTower tower =
                new TangentTower(parameters, Mode.EXPLAIN, encoder.inputShape(), encoder::output);
        String folder = "cebra/" + name + "/";
        Map<String, INDArray> weights = new LinkedHashMap<>();
        for (String parameter : parameters.names()) {
            weights.put(parameter, Golden.read(folder + "weights/" + parameter));
        }
        parameters.assign(weights);
        INDArray x = Golden.read(folder + "x");
        INDArray u = Golden.read(folder + "u");
        Map<String, INDArray> both = tower.both(x, u);
        assertThat(Golden.relativeError(both.get("y"), Golden.read(folder + "y")))
                .isLessThan(TOLERANCE);
        assertThat(Golden.relativeError(both.get("t"), Golden.read(folder + "ju")))
                .isLessThan(TOLERANCE);
        Map<String, INDArray> gradients = tower.gradients(x, u);
        assertThat(gradients.size()).isGreaterThanOrEqualTo(parameters.names().size() - 1);
        gradients.forEach(
                (parameter, gradient) ->
                        assertThat(
                                        Golden.relativeError(
                                                gradient,
                                                Golden.read(
                                                        folder + "penalty_gradient/" + parameter)))
                                .as(parameter)
                                .isLessThan(TOLERANCE));
    }

    @Test
    void should_normalise_the_blocks_of_overlapping_objectives() {
        List<FeatureRange> ranges = List.of(new FeatureRange(0, 5), new FeatureRange(1, 3));
        L2Normalise layer = new L2Normalise(5, FeatureRange.blocks(ranges, 5));
        Parameters none = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower = new TestTower(none, Mode.EXPLAIN, new long[] {5}, layer::forward);
        assertThat(
                        Golden.relativeError(
                                tower.output(Golden.read("cebra/blocks/x")),
                                Golden.read("cebra/blocks/y")))
                .isLessThan(1e-15);
    }
}
