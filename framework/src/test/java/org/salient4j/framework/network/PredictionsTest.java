package org.salient4j.framework.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        assertThat(Predictions.logits(network, x).equalsWithEps(network.logits(x), 1e-12)).isTrue();
        assertThat(Predictions.classes(network, x)).isEqualTo(network.predict(x));
    }
}
