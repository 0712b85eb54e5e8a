package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

class NeuronGradientShapTest {

    /** From zeros, a linear encoder's are w x whatever is drawn. */
    @Test
    void should_give_weight_times_input_from_zeros_on_a_linear_encoder() {
        INDArray w = Encoders.uniform(41, 3, 2);
        INDArray x = Encoders.uniform(42, 4, 3);
        DifferentiableModel encoder = Encoders.linear(w, Nd4j.zeros(DataType.DOUBLE, 2));

        EmbeddingAttribution a = new NeuronGradientShap().attribute(encoder, x, Seed.of(1));

        for (int s = 0; s < 4; s++) {
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < 3; i++) {
                    assertThat(a.values().getDouble(s, c, i))
                            .isCloseTo(w.getDouble(i, c) * x.getDouble(s, i), within(1e-14));
                }
            }
        }
    }

    /** With one draw, attribution / weight = x - b: b must be a row of shuffled entries of x. */
    @Test
    void should_draw_baselines_from_the_shuffled_data() {
        INDArray x = Encoders.uniform(43, 200, 3);
        DifferentiableModel encoder =
                Encoders.linear(Nd4j.ones(DataType.DOUBLE, 3, 1), Nd4j.zeros(DataType.DOUBLE, 1));

        EmbeddingAttribution a =
                new NeuronGradientShap(1, ShapBaselines.SHUFFLED).attribute(encoder, x, Seed.of(1));

        double[] entries = HostArray.doubles(x);
        double[] baselines = HostArray.doubles(x.sub(a.values().reshape(200, 3)));
        int elsewhere = 0;
        for (int i = 0; i < baselines.length; i++) {
            int nearest = nearest(baselines[i], entries);
            assertThat(baselines[i]).isCloseTo(entries[nearest], within(1e-14));
            elsewhere += nearest % 3 == i % 3 ? 0 : 1;
        }
        // Entries of all neurons are mixed: two thirds come from another one.
        assertThat(elsewhere / 600.0).isCloseTo(2.0 / 3, within(0.08));
    }

    private static int nearest(double value, double[] entries) {
        int nearest = 0;
        for (int i = 0; i < entries.length; i++) {
            if (Math.abs(entries[i] - value) < Math.abs(entries[nearest] - value)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
