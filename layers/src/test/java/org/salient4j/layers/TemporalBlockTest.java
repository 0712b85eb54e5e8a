package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class TemporalBlockTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new BatchLast(new TemporalBlock(6, 3, 4, 3, 2, 0.3));
    }

    @Override
    long[] inputShape() {
        return new long[] {6, 3};
    }

    @Test
    void should_map_the_residual_only_where_channels_differ() {
        assertThat(parameters(3, 4).names())
                .containsExactly(
                        "conv1.v",
                        "conv1.g",
                        "conv1.bias",
                        "conv2.v",
                        "conv2.g",
                        "conv2.bias",
                        "down.weight",
                        "down.bias");
        assertThat(parameters(3, 3).names()).doesNotContain("down.weight", "down.bias");
    }

    private static Parameters parameters(int in, int out) {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(
                parameters,
                Mode.TRAIN,
                new long[] {6, in},
                new BatchLast(new TemporalBlock(6, in, out, 3, 2, 0.3))::forward);
        return parameters;
    }

    @Nested
    class WithEqualChannels extends LayerContract {
        @Override
        TangentLayer layer() {
            return new BatchLast(new TemporalBlock(6, 3, 3, 2, 4, 0));
        }

        @Override
        long[] inputShape() {
            return new long[] {6, 3};
        }
    }
}
