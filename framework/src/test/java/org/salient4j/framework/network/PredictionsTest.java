package org.salient4j.framework.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.layers.zoo.LstmClassifier;

class PredictionsTest {

    @Test
    void should_answer_more_rows_than_one_call_takes() {
        Network network =
                Network.initialise(
                        new LstmClassifier(3, 2, 4, 2, 0, 0, false), DataType.DOUBLE, Seed.of(5));
        INDArray x = Nd4j.linspace(DataType.DOUBLE, -2, 0.001, 600 * 6).reshape(600, 3, 2);
        assertThat(Predictions.outputs(network, x).equalsWithEps(network.output(x), 1e-12))
                .isTrue();
        assertThat(Predictions.classes(network, x)).isEqualTo(network.predict(x));
    }

    @Test
    void should_take_a_graph_whose_variables_are_called_as_ours() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 3);
        graph.math()
                .tanh("output", x)
                .mmul("logits", graph.var("w", Nd4j.ones(DataType.DOUBLE, 3, 2)));
        DifferentiableModel model = GraphModel.of(graph, "x", "logits", 2);
        INDArray rows = Nd4j.linspace(DataType.DOUBLE, -1, 0.2, 6).reshape(2, 3);

        assertThat(model.output(rows).getDouble(1, 0))
                .isEqualTo(Math.tanh(-0.4) + Math.tanh(-0.2) + Math.tanh(0), within(1e-12));
        assertThat(model.gradient(rows, new int[] {0, 1}, Output.LOGIT).getDouble(1, 2))
                .isEqualTo(1, within(1e-12));
    }
}
