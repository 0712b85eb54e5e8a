package org.salient4j.synthetic;

/** Where in time the box of a vanishing-saliency data set lies. */
public enum BoxPosition {
    /** At the beginning: a recurrent network must carry it to the end. */
    EARLY,
    /** In the middle. */
    MIDDLE,
    /** At the end. */
    LATE
}
