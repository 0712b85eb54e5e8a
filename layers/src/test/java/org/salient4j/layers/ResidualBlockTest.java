package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ResidualBlockTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return block(2, 3, 2, ResidualShortcut.PROJECTION);
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5, 4};
    }

    private static ResidualBlock block(int in, int out, int stride, ResidualShortcut shortcut) {
        return new ResidualBlock(in, out, stride, shortcut, KernelStart.HE_FAN_IN);
    }

    /** Nothing to fit: the input itself is added. */
    @Nested
    class Same extends LayerContract {
        @Override
        TangentLayer layer() {
            return block(3, 3, 1, ResidualShortcut.PROJECTION);
        }

        @Override
        long[] inputShape() {
            return new long[] {3, 4, 3};
        }
    }

    @Nested
    class Padded extends LayerContract {
        @Override
        TangentLayer layer() {
            return block(2, 4, 2, ResidualShortcut.PADDED);
        }

        @Override
        long[] inputShape() {
            return new long[] {2, 5, 4};
        }
    }

    @Test
    void should_pass_on_every_second_pixel_between_channels_of_zeros_where_it_pads() {
        TestTower tower = tower(block(2, 4, 2, ResidualShortcut.PADDED), 2, 3, 3);
        for (String name : List.of("bn2.weight", "bn2.bias")) {
            tower.parameters().get(name).assign(0); // nothing is left of the inner part
        }
        INDArray x = Nd4j.arange(1, 19).castTo(DataType.DOUBLE).reshape('c', 1, 2, 3, 3);
        double[] expected = {0, 0, 0, 0, 1, 3, 7, 9, 10, 12, 16, 18, 0, 0, 0, 0};
        assertThat(tower.output(x)).isEqualTo(Nd4j.create(expected, new long[] {1, 4, 2, 2}, 'c'));
    }

    @Test
    void should_have_torchvisions_names() {
        assertThat(tower(block(2, 3, 1, ResidualShortcut.PROJECTION), 2, 3, 3).parameters().names())
                .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean")
                .contains("conv2.weight", "bn2.running_var", "downsample.0.weight")
                .endsWith("downsample.1.running_mean", "downsample.1.running_var")
                .hasSize(15);
        assertThat(tower(block(2, 4, 2, ResidualShortcut.PADDED), 2, 3, 3).parameters().names())
                .hasSize(10);
        assertThat(tower(block(2, 2, 1, ResidualShortcut.PROJECTION), 2, 3, 3).parameters().names())
                .hasSize(10);
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> block(0, 1, 1, ResidualShortcut.PADDED))
                .hasMessage("in must be at least 1, was 0");
        assertThatThrownBy(() -> block(1, 0, 1, ResidualShortcut.PADDED))
                .hasMessage("out must be at least 1, was 0");
        assertThatThrownBy(() -> block(1, 1, 0, ResidualShortcut.PADDED))
                .hasMessage("stride must be at least 1, was 0");
        assertThatThrownBy(() -> block(2, 5, 1, ResidualShortcut.PADDED))
                .hasMessage("out must be in (2) plus an even number for a padded shortcut, was 5");
        assertThatThrownBy(() -> block(1, 1, 1, null))
                .hasMessage("shortcut and start must be given");
    }

    private static TestTower tower(ResidualBlock block, long... shape) {
        return new TestTower(
                new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                Mode.EXPLAIN,
                shape,
                block::forward);
    }
}
