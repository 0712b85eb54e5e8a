package org.salient4j.framework.graph;

import java.util.List;

/**
 * Times the ops that run between a start and a stop, in this process, whichever graph they belong
 * to.
 */
public interface OpClock {

    /** Begins to time ops; each costs a little more from now on. */
    void start();

    /**
     * Ends it.
     *
     * @return what ran since {@link #start}, one entry an op, in no order
     */
    List<OpTime> stop();

    /** The clock in ND4J's op executioner, which all ops of all graphs pass. */
    static OpClock ofExecutioner() {
        return new ExecutionerClock();
    }
}
