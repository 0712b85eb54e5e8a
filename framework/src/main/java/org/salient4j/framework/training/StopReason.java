package org.salient4j.framework.training;

/** Why training ended. */
public enum StopReason {
    /** All epochs were run. */
    EPOCHS,
    /** The validation score did not improve for the given number of epochs. */
    PATIENCE,
    /** The training accuracy that was asked for was reached. */
    TRAIN_ACCURACY,
    /** A listener asked to stop. */
    LISTENER
}
