package org.salient4j.framework.saliency;

/** Whose output is differentiated. */
public enum Label {
    /** The true class of the sample. */
    TRUE,
    /** The class that the network predicts at this step; costs one more forward pass. */
    PREDICTED
}
