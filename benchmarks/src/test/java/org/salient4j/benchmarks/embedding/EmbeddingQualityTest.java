package org.salient4j.benchmarks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.synthetic.latent.LatentDynamics;
import org.salient4j.synthetic.latent.LatentRecording;
import org.salient4j.synthetic.latent.NamedRange;

class EmbeddingQualityTest {
    private static final List<NamedRange> HALVES =
            List.of(new NamedRange("first", 0, 3), new NamedRange("second", 3, 6));

    private static INDArray matrix(double[]... rows) {
        return Nd4j.createFromArray(rows);
    }

    @Test
    void should_explain_what_a_straight_line_explains() {
        INDArray x = matrix(new double[][] {{0}, {1}, {2}, {3}});
        INDArray y = matrix(new double[][] {{0, 1, 7}, {1, -1, 7}, {1, -1, 7}, {2, 1, 7}});
        LinearR2 r2 = LinearR2.of(x, y);
        // 3² / (5 · 2); symmetric about the middle, so nothing; constant, so no number.
        assertThat(r2.perColumn()[0]).isCloseTo(.9, within(1e-14));
        assertThat(r2.perColumn()[1]).isCloseTo(0, within(1e-14));
        assertThat(r2.perColumn()[2]).isNaN();
        assertThat(r2.mean()).isCloseTo(.45, within(1e-14));
        assertThat(r2.weighted()).isCloseTo(1.8 / 6, within(1e-14));
        assertThat(r2.rank()).isOne();
    }

    @Test
    void should_not_mind_columns_that_add_nothing() {
        INDArray f = Golden.sample("f");
        INDArray z = Golden.sample("z");
        INDArray sum = f.getColumns(0).add(f.getColumns(1)).addi(1e3);
        INDArray constant = Nd4j.ones(DataType.DOUBLE, f.size(0), 2).muli(1 / 3.0);
        INDArray more = Nd4j.hstack(f, sum, f.mul(1e-6), constant);
        LinearR2 plain = LinearR2.of(f, z);
        LinearR2 redundant = LinearR2.of(more, z);
        assertThat(plain.rank()).isEqualTo(6);
        assertThat(redundant.rank()).isEqualTo(6);
        assertThat(redundant.mean()).isCloseTo(plain.mean(), within(1e-10));
        assertThat(LinearR2.of(constant, z).mean()).isCloseTo(0, within(1e-12));
        assertThat(LinearR2.of(f, constant).mean()).isNaN();
        assertThat(LinearR2.of(f, constant).weighted()).isNaN();
    }

    @Test
    void should_not_depend_on_the_unit_or_a_mixing_of_the_regressors() {
        INDArray f = Golden.sample("f");
        INDArray z = Golden.sample("z");
        SplittableRandom random = new SplittableRandom(1);
        double[][] mixing = new double[6][6];
        for (double[] row : mixing) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        INDArray mixed = f.mmul(matrix(mixing)).muli(1e-5).addi(40);
        assertThat(LinearR2.of(mixed, z).mean()).isCloseTo(LinearR2.of(f, z).mean(), within(1e-9));
        assertThat(LinearR2.of(f, f.mmul(matrix(mixing))).mean()).isCloseTo(1, within(1e-12));
    }

    @Test
    void should_agree_with_least_squares_of_the_reference() {
        INDArray z = Golden.sample("z");
        INDArray x = Golden.sample("x");
        INDArray f = Golden.sample("f");
        INDArray g = Golden.sample("g");
        assertGolden(LinearR2.of(z, x).mean(), "r2:x from z");
        assertGolden(LinearR2.of(x, z).mean(), "r2:z from x");
        assertGolden(LinearR2.of(z, g).mean(), "r2:g from z");
        EmbeddingQuality quality = EmbeddingQuality.of(f, HALVES, z, HALVES);
        assertGolden(quality.latentsFromEmbedding().mean(), "r2:z from f");
        assertGolden(quality.latentsFromEmbedding().weighted(), "weighted:z from f");
        assertGolden(quality.embeddingFromLatents().mean(), "r2:f from z");
        for (int j = 0; j < 6; j++) {
            assertGolden(quality.latentsFromEmbedding().perColumn()[j], "raw" + j + ":z from f");
        }
        double[] raw = quality.latentsFromEmbedding().perColumn();
        assertThat(quality.latentBlocksFromEmbedding())
                .containsExactly(
                        new double[] {
                            (raw[0] + raw[1] + raw[2]) / 3, (raw[3] + raw[4] + raw[5]) / 3
                        },
                        within(1e-12));
        String[] halves = {"first", "second"};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                assertGolden(
                        quality.embeddingBlocksFromLatentBlocks().r2()[i][j],
                        "r2:f " + halves[i] + " from z " + halves[j]);
            }
        }
    }

    @Test
    void should_agree_with_the_reference_on_consistency() {
        Consistency consistency =
                Consistency.of(List.of(Golden.sample("f"), Golden.sample("g"), Golden.sample("z")));
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                if (from == to) {
                    assertThat(consistency.pairs()[from][to]).isNaN();
                } else {
                    assertGolden(consistency.pairs()[from][to], "consistency:" + from + to);
                }
            }
        }
        assertGolden(consistency.mean(), "consistency:mean");
    }

    @Test
    void should_be_one_for_linear_maps_of_each_other_and_near_zero_for_strangers() {
        LatentRecording one = new LatentDynamics().generate(2000, new SplittableRandom(1));
        LatentRecording other = new LatentDynamics().generate(2000, new SplittableRandom(2));
        INDArray z = one.latents();
        assertThat(Consistency.of(List.of(z, z.mul(-3).addi(2))).mean())
                .isCloseTo(1, within(1e-12));
        assertThat(Consistency.of(List.of(z, other.latents())).mean()).isLessThan(.1);
        EmbeddingQuality perfect =
                EmbeddingQuality.of(z, one.latentBlocks(), z, one.latentBlocks());
        assertThat(perfect.latentsFromEmbedding().mean()).isCloseTo(1, within(1e-12));
        double[][] blocks = perfect.embeddingBlocksFromLatentBlocks().r2();
        assertThat(blocks[0][1]).isLessThan(.1);
        assertThat(blocks[1][1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void should_refuse_what_cannot_be_fitted_in_one_line() {
        INDArray z = Golden.sample("z");
        refuses(
                () -> LinearR2.of(Nd4j.zeros(DataType.DOUBLE, 7, 6), Nd4j.zeros(7, 1)),
                "a regression on 6 columns needs at least 8 samples, had 7: with fewer it fits"
                        + " anything");
        refuses(
                () -> LinearR2.of(z, Nd4j.zeros(DataType.DOUBLE, 7, 6)),
                "x and y must hold the same samples, held 200 and 7");
        refuses(
                () -> LinearR2.of(z, matrix(new double[] {1, Double.NaN})),
                "y must be finite, found NaN in row 0, column 1");
        refuses(
                () -> EmbeddingQuality.of(z, List.of(new NamedRange("all", 0, 7)), z, HALVES),
                "block all must end within 6 columns, ends at 7");
        refuses(() -> Consistency.of(List.of(z)), "consistency needs at least 2 embeddings, had 1");
    }

    private static void assertGolden(double value, String quantity) {
        assertThat(value).as(quantity).isCloseTo(Golden.quality(quantity), within(1e-10));
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}
