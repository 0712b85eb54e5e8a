package org.salient4j.benchmarks.xcebra;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What one encoder came to.
 *
 * @param r2 R² of the latents from the embedding, mean over the latents
 * @param embeddingFromBlocks R² of the first block of the embedding and of the second from the
 *     first block of latents and from the second, [block of the embedding][block of latents]
 * @param decodingError median error of the observed latents, read from the embedding by the nearest
 *     neighbours in the first four fifths of the recording
 * @param jacobianNorm mean over explained samples of the squared Frobenius norm of the Jacobian
 * @param ranks lowest, median and highest numerical rank of the Jacobians
 * @param clipped share of the embedding's values that lie on the clip
 * @param loss mean of the last epoch, without the penalty; null if it was not trained
 * @param goodnessOfFit log B less the mean InfoNCE of an objective, nats; null if it was not
 *     trained contrastively
 * @param updates parameter updates
 * @param trainSeconds wall time of the training
 * @param methods by name
 * @param truth which latent drives which neuron, [d][n]
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record XcebraResult(
        double r2,
        double[][] embeddingFromBlocks,
        double decodingError,
        double jacobianNorm,
        List<Double> ranks,
        double clipped,
        Double loss,
        Double goodnessOfFit,
        long updates,
        double trainSeconds,
        Map<String, MapScore> methods,
        boolean[][] truth) {}
