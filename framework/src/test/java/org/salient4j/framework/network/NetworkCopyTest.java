package org.salient4j.framework.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.layers.zoo.LstmClassifier;

class NetworkCopyTest {

    @Test
    void should_hold_the_same_values_in_arrays_of_its_own() {
        Network network =
                Network.initialise(
                        new LstmClassifier(4, 3, 5, 2, 0.1, 0, false), DataType.FLOAT, Seed.of(7));

        Network copy = network.copyAs(DataType.DOUBLE);

        assertThat(copy.dataType()).isEqualTo(DataType.DOUBLE);
        assertThat(copy.architecture()).isEqualTo(network.architecture());
        network.parameters()
                .snapshot()
                .forEach(
                        (name, values) -> {
                            INDArray other = copy.parameters().snapshot().get(name);
                            assertThat(other.dataType()).isEqualTo(DataType.DOUBLE);
                            // Every float is a double: ND4J's equality would forgive 1e-5.
                            assertThat(other.castTo(DataType.FLOAT).sub(values).amaxNumber())
                                    .hasToString("0.0");
                        });
        var before = network.parameters().snapshot();
        var zeros = copy.parameters().snapshot();
        zeros.values().forEach(array -> array.assign(0));
        copy.parameters().assign(zeros);
        assertThat(network.parameters().snapshot()).isEqualTo(before);
    }
}
