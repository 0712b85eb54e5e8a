package org.salient4j.benchmarks.images;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Epoch;
import org.salient4j.framework.training.TrainingResult;

/**
 * What a training came to, without a network of its own: several cells may start from it.
 *
 * @param parameters at its end; never changed
 * @param history every epoch
 * @param updates parameter updates
 * @param seconds wall time
 */
record ImageFit(
        Map<String, INDArray> parameters, List<Epoch> history, long updates, double seconds) {

    static ImageFit of(Network network, TrainingResult result) {
        return new ImageFit(
                network.parameters().snapshot(),
                result.history(),
                result.updates(),
                result.seconds());
    }
}
