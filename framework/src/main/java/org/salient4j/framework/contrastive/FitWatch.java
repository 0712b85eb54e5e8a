package org.salient4j.framework.contrastive;

import java.util.List;
import java.util.Locale;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.framework.progress.Progress;
import org.salient4j.losses.InfoNce;
import org.salient4j.losses.LossFloor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns, once, when an objective's loss over an epoch is below 0 although nothing bounds the
 * embedding: the loss then falls with the scale alone, long before the training counts as diverged.
 */
final class FitWatch extends BaseListener {
    private static final Logger LOG = LoggerFactory.getLogger(FitWatch.class);

    private final List<String> objectives;
    private final int batchSize;
    private final LossFloor floor;
    private final Progress progress;
    private boolean warned;

    /**
     * @param objectives names of their losses
     * @param batchSize negatives a step
     * @param floor of their sum
     */
    FitWatch(List<String> objectives, int batchSize, LossFloor floor, Progress progress) {
        this.objectives = List.copyOf(objectives);
        this.batchSize = batchSize;
        this.floor = floor;
        this.progress = progress;
    }

    @Override
    public boolean isActive(Operation operation) {
        return operation == Operation.TRAINING;
    }

    @Override
    public ListenerResponse epochEnd(SameDiff sd, At at, LossCurve losses, long milliseconds) {
        for (String objective : objectives) {
            double loss = losses.meanLoss(objective)[0];
            if (loss < 0 && !warned) {
                warned = true;
                String text =
                        String.format(
                                Locale.ROOT,
                                "the goodness of fit of '%s' is %.2f nats after update %d, more"
                                        + " than the %.2f that %d negatives can tell: %s. %s",
                                objective,
                                InfoNce.goodnessOfFit(loss, batchSize),
                                at.iteration(),
                                Math.log(batchSize),
                                batchSize,
                                floor.reason(),
                                floor.remedy());
                LOG.warn(text);
                progress.message(text);
            }
        }
        return ListenerResponse.CONTINUE;
    }
}
