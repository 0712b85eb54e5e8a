package org.salient4j.framework.training;

import org.salient4j.framework.InvalidInputException;

/**
 * The loss or the parameters are no longer finite, or the loss has left the bounds that {@link
 * Trainer#fit} names. The network holds its last good parameters, as does the checkpoint file.
 */
public final class DivergedTrainingException extends InvalidInputException {
    private static final long serialVersionUID = 1;

    DivergedTrainingException(int epoch, long update, String what, String kept, String advice) {
        super(
                "training diverged in epoch %d at update %d: %s; %s. %s"
                        .formatted(epoch, update, what, kept, advice));
    }
}
