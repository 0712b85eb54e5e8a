package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.framework.training.Epoch;

/**
 * What one network came to.
 *
 * @param trainImages how many it was trained on
 * @param testImages how many it was measured on
 * @param testAccuracy share of them classified right
 * @param testLoss mean cross-entropy on them, nats
 * @param history every epoch; of a fine-tuned network those of the standard training first
 * @param standardEpochs how many of them were standard
 * @param updates parameter updates
 * @param drops curves by method, {@link #RANDOM} for random rankings, and by replacement
 * @param gradients what gradients are like
 * @param truth mean scores by method and metric, where the telling pixels are known; null elsewhere
 * @param images the first images, as pictures
 * @param maps their maps by method
 * @param refused methods that refuse the network, and why
 * @param seconds where the time went
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImagesResult(
        int trainImages,
        int testImages,
        double testAccuracy,
        double testLoss,
        List<Epoch> history,
        int standardEpochs,
        long updates,
        Map<String, Map<String, DropCurve>> drops,
        GradientStatistics gradients,
        Map<String, Map<String, Double>> truth,
        List<SaliencyPicture> images,
        Map<String, List<SaliencyPicture>> maps,
        Map<String, String> refused,
        ImageSeconds seconds) {
    /** What random rankings are called among the methods. */
    public static final String RANDOM = "random";

    /** Epochs in all. */
    public int epochs() {
        return history.size();
    }

    /** Wall time of an epoch of the last training, seconds. */
    public double secondsPerEpoch() {
        boolean fineTuned = standardEpochs > 0 && standardEpochs < history.size();
        return seconds.training() / (fineTuned ? history.size() - standardEpochs : history.size());
    }
}
