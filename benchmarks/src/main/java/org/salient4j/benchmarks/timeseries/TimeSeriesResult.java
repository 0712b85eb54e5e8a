package org.salient4j.benchmarks.timeseries;

import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.framework.training.StopReason;

/**
 * What one cell came to.
 *
 * @param trainAccuracy share of training samples classified right by the final weights
 * @param validationAccuracy the same of validation samples
 * @param testAccuracy the same of test samples
 * @param gatePassed whether the test accuracy is high enough for the attributions to count
 * @param epochs epochs that were run
 * @param updates parameter updates
 * @param stopped why the training ended
 * @param methods by method name
 * @param inputs the samples whose maps are kept: the first of each class
 * @param seconds where the time went
 */
public record TimeSeriesResult(
        double trainAccuracy,
        double validationAccuracy,
        double testAccuracy,
        boolean gatePassed,
        int epochs,
        long updates,
        StopReason stopped,
        Map<String, MethodResult> methods,
        List<SaliencyPicture> inputs,
        CellSeconds seconds) {}
