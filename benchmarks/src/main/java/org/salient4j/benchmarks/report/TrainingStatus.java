package org.salient4j.benchmarks.report;

/** Whether a training counts, and if not, why. */
public enum TrainingStatus {
    /** It has a result and learned. */
    COUNTED("counted"),
    /** Its network did not learn well enough for its attributions to count. */
    NOT_LEARNED("did not learn"),
    /** Its loss or a parameter was no longer finite, or grew without bounds. */
    DIVERGED("diverged"),
    /** It ended with another error. */
    FAILED("failed"),
    /** There is a result file, but damaged or written by another version of this program. */
    UNREADABLE("not readable"),
    /** It has not been run. */
    NOT_RUN("not run");

    private final String words;

    TrainingStatus(String words) {
        this.words = words;
    }

    /** The words of the report. */
    public String words() {
        return words;
    }
}
