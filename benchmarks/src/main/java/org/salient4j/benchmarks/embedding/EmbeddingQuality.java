package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.synthetic.latent.NamedRange;

/**
 * How far an embedding and the latents behind it are linear maps of each other.
 *
 * <p>Contrastive training finds the latents up to a linear map. Read {@link #latentsFromEmbedding}
 * first: below about 0.9 the embedding does not hold the latents, and the scores of its attribution
 * maps say little of the method. It needs the true latents, which real recordings do not have:
 * there take {@link Consistency} and {@link NearestNeighbours}.
 *
 * @param latentsFromEmbedding what the embedding knows
 * @param embeddingFromLatents how much of the embedding is about the latents
 * @param latentBlocksFromEmbedding R² of each block of latents from the whole embedding, [blocks]
 * @param embeddingBlocksFromLatentBlocks which block of the embedding is about which latents
 */
public record EmbeddingQuality(
        LinearR2 latentsFromEmbedding,
        LinearR2 embeddingFromLatents,
        double[] latentBlocksFromEmbedding,
        BlockR2 embeddingBlocksFromLatentBlocks) {

    /**
     * Compares an embedding with the latents.
     *
     * @param embedding numbers, [T, C]
     * @param embeddingBlocks ranges of the outputs, which may overlap
     * @param latents numbers, [T, d]
     * @param latentBlocks ranges of the latents
     * @throws org.salient4j.framework.InvalidInputException if a block reaches beyond the columns,
     *     the samples differ or are too few, or a value is not finite
     */
    public static EmbeddingQuality of(
            INDArray embedding,
            List<NamedRange> embeddingBlocks,
            INDArray latents,
            List<NamedRange> latentBlocks) {
        double[][] f = MatrixRows.of("embedding", embedding);
        double[][] z = MatrixRows.of("latents", latents);
        MatrixRows.requireSameRows("embedding", f, "latents", z);
        List<NamedRange> whole = List.of(new NamedRange("embedding", 0, f[0].length));
        double[][] ofBlocks = BlockR2.of(f, whole, z, latentBlocks).r2();
        return new EmbeddingQuality(
                LinearR2.of(f, z),
                LinearR2.of(z, f),
                Arrays.stream(ofBlocks).mapToDouble(row -> row[0]).toArray(),
                BlockR2.of(z, latentBlocks, f, embeddingBlocks));
    }
}
