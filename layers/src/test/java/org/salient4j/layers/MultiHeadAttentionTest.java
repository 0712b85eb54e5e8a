package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MultiHeadAttentionTest extends LayerContract {
    private static final int T = 4;
    private static final int F = 6;

    @Override
    TangentLayer layer() {
        return layer(2, true, 0);
    }

    @Override
    long[] inputShape() {
        return new long[] {T, F};
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false", "6, false"})
    void should_equal_the_equations_head_by_head(int heads, boolean causal) {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower =
                new TestTower(
                        parameters, Mode.EXPLAIN, inputShape(), layer(heads, causal, 0)::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 3, T, F);
        INDArray y = tower.output(x);
        for (int b = 0; b < 3; b++) {
            INDArray steps = x.slice(b).dup('c');
            INDArray mixed = Nd4j.zeros(DataType.DOUBLE, T, F);
            int size = F / heads;
            for (int h = 0; h < heads; h++) {
                attend(parameters, steps, mixed, h * size, size, causal);
            }
            assertThat(y.slice(b).distance2(dense(parameters, "out", mixed))).isLessThan(1e-12);
        }
    }

    @Test
    void should_drop_attention_weights_in_training() {
        TestTower train =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.TRAIN,
                        inputShape(),
                        layer(2, true, 0.5)::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 2, T, F);
        Nd4j.getRandom().setSeed(1);
        INDArray first = train.output(x).dup();
        assertThat(train.output(x)).isNotEqualTo(first);
    }

    @Test
    void should_refuse_heads_that_do_not_divide_the_features() {
        assertThatThrownBy(() -> new MultiHeadAttention(T, F, 4, true, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("heads must be a divisor of features (6), was 4");
        assertThatThrownBy(() -> new MultiHeadAttention(T, F, 0, true, 0))
                .hasMessage("heads must be at least 1, was 0");
    }

    private static TangentLayer layer(int heads, boolean causal, double dropout) {
        return new StepsAsRows(new MultiHeadAttention(T, F, heads, causal, dropout), T, F);
    }

    /** Writes the columns of one head. */
    private static void attend(
            Parameters parameters, INDArray x, INDArray mixed, int from, int size, boolean causal) {
        INDArray q = dense(parameters, "q", x);
        INDArray k = dense(parameters, "k", x);
        INDArray v = dense(parameters, "v", x);
        for (int t = 0; t < T; t++) {
            int seen = causal ? t + 1 : T;
            double[] weights = new double[seen];
            double sum = 0;
            for (int s = 0; s < seen; s++) {
                double score = 0;
                for (int c = from; c < from + size; c++) {
                    score += q.getDouble(t, c) * k.getDouble(s, c);
                }
                weights[s] = Math.exp(score / Math.sqrt(size));
                sum += weights[s];
            }
            for (int c = from; c < from + size; c++) {
                double mean = 0;
                for (int s = 0; s < seen; s++) {
                    mean += weights[s] / sum * v.getDouble(s, c);
                }
                mixed.putScalar(t, c, mean);
            }
        }
    }

    private static INDArray dense(Parameters parameters, String name, INDArray x) {
        return x.mmul(parameters.get(name + ".weight").transpose())
                .addRowVector(parameters.get(name + ".bias"));
    }

    @Nested
    class WithoutMask extends LayerContract {
        @Override
        TangentLayer layer() {
            return MultiHeadAttentionTest.layer(3, false, 0.2);
        }

        @Override
        long[] inputShape() {
            return new long[] {T, F};
        }
    }
}
