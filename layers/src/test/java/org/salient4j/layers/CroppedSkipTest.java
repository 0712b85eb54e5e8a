package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class CroppedSkipTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new BatchLast(new CroppedSkip(5, 3));
    }

    @Override
    long[] inputShape() {
        return new long[] {5, 3};
    }

    @Test
    void should_pass_the_inner_steps_on_where_the_convolution_gives_nothing() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower = new TestTower(parameters, Mode.EXPLAIN, inputShape(), layer()::forward);
        parameters.get("weight").assign(0);
        parameters.get("bias").assign(0);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 3, 5, 3);
        INDArray inner = x.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 4), NDArrayIndex.all());
        assertThat(tower.output(x)).isEqualTo(inner.dup('c'));
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new CroppedSkip(2, 3))
                .hasMessage("timeSteps must be at least 3, was 2");
    }
}
