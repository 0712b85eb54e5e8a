package org.salient4j.benchmarks.vanishing;

import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.framework.training.Epoch;
import org.salient4j.framework.training.StopReason;

/**
 * What one training came to. Saliency is the magnitude of the gradient of the true class's log-odds
 * on the test set.
 *
 * @param trainAccuracy share of training samples classified right by the final weights
 * @param validationAccuracy the same of validation samples
 * @param testAccuracy the same of test samples
 * @param scores by metric name
 * @param massPerStep share of the saliency's mass at each time step, mean over test samples
 * @param massInBox share inside the box, mean over test samples; null if all maps are zero
 * @param meanMap mean over the test samples of the maps scaled to mass 1
 * @param examples maps of the first test samples
 * @param history every epoch of the training
 * @param updates parameter updates
 * @param stopped why the training ended
 * @param trainSeconds wall time of the training
 */
public record VanishingResult(
        double trainAccuracy,
        double validationAccuracy,
        double testAccuracy,
        Map<String, MetricScore> scores,
        double[] massPerStep,
        Double massInBox,
        SaliencyPicture meanMap,
        List<SaliencyPicture> examples,
        List<Epoch> history,
        long updates,
        StopReason stopped,
        double trainSeconds) {}
