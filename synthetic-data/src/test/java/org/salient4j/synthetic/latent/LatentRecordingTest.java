package org.salient4j.synthetic.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LatentRecordingTest {

    private final LatentRecording good =
            new LatentDynamics(1, 1, 1, 2, .3, 3, 1.5, 0).generate(5, new SplittableRandom(1));

    @Test
    void should_hold_parts_that_fit_each_other() {
        rejects(
                () -> with(Nd4j.zeros(DataType.DOUBLE, 4, 2), good.latentBlocks()),
                "latents and neurons must hold the same samples, held 4 and 5");
        rejects(
                () -> with(Nd4j.zeros(DataType.DOUBLE, 5, 3), good.latentBlocks()),
                "latents must be DOUBLE [T, 2], was DOUBLE [5, 3]");
        rejects(
                () -> with(Nd4j.zeros(DataType.FLOAT, 5, 2), good.latentBlocks()),
                "latents must be DOUBLE [T, 2], was FLOAT [5, 2]");
        rejects(
                () -> with(good.latents(), List.of(new NamedRange("z2", 1, 2))),
                "the blocks of the latents must follow each other, but z2 starts at 1 instead of"
                        + " 0");
        rejects(
                () -> with(good.latents(), List.of(new NamedRange("z1", 0, 1))),
                "the blocks of the latents must cover 2 columns, covered 1");
        rejects(() -> new NamedRange("z1", 2, 2), "end must be at least 3, was 2");
        rejects(() -> new NamedRange(" ", 0, 2), "name must not be empty");
        assertThat(new NamedRange("z1", 2, 5).width()).isEqualTo(3);
    }

    private LatentRecording with(INDArray latents, List<NamedRange> blocks) {
        return new LatentRecording(
                latents, good.neurons(), good.response(), blocks, good.neuronBlocks());
    }

    private static void rejects(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
