package org.salient4j.benchmarks.xcebra;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.synthetic.latent.LatentRecording;
import org.salient4j.synthetic.latent.NamedRange;

/**
 * Neurons over time whose latents are known, and which latent drives which neuron.
 *
 * @param neurons DOUBLE, [T, n]
 * @param latents DOUBLE, [T, d]
 * @param truth whether latent j drives neuron i, [d][n]
 * @param blocks the latents' two blocks: what no label tells of, then what the labels are
 */
public record KnownRecording(
        INDArray neurons, INDArray latents, boolean[][] truth, List<NamedRange> blocks) {

    /** Keeps its own list. */
    public KnownRecording {
        blocks = List.copyOf(blocks);
    }

    /** The recording that a setup's generator draws from a seed. */
    static KnownRecording drawn(XcebraSetup setup, Seed seed) {
        LatentRecording drawn =
                setup.generator().generate(setup.samples(), seed.child("recording").random());
        return new KnownRecording(
                drawn.neurons(), drawn.latents(), drawn.truth(), drawn.latentBlocks());
    }

    /** T. */
    int samples() {
        return (int) neurons.size(0);
    }

    /** n. */
    int neuronCount() {
        return (int) neurons.size(1);
    }

    /** d. */
    int latentCount() {
        return (int) latents.size(1);
    }

    /** The latents that are given as labels. */
    NamedRange observed() {
        return blocks.get(1);
    }
}
