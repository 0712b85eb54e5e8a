package org.salient4j.benchmarks.timeseries;

/** Whether a score is there, and if not, why. */
public enum ScoreState {
    /** It is there. */
    MEASURED("measured"),
    /** The training has not been run. */
    NOT_RUN("not run"),
    /** There is a result file, but damaged or written by another version of this program. */
    UNREADABLE("not readable"),
    /** The training was tried and failed. */
    FAILED("failed"),
    /** The network did not learn well enough for its attributions to count. */
    GATE_NOT_PASSED("did not learn"),
    /** The result has no such method or metric. */
    NOT_MEASURED("not measured"),
    /** The metric could score none of the test samples. */
    NO_SAMPLE_SCORED("no sample scored");

    private final String words;

    ScoreState(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
