package org.salient4j.framework.progress;

/** Shows nothing: for tests and for work inside work. */
public final class SilentProgress implements Progress {

    /** Makes one; it has no state. */
    public SilentProgress() {}

    @Override
    public void start(String task, long total) {
        // Nothing is shown.
    }

    @Override
    public void step(long count) {
        // Nothing is shown.
    }

    @Override
    public void message(String text) {
        // Nothing is shown.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
