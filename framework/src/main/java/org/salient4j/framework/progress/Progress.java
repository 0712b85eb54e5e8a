package org.salient4j.framework.progress;

import java.io.PrintStream;

/**
 * Hears how far long work is. Safe to call from several threads.
 *
 * <p>The work starts a task with its number of steps and reports each; who listens decides how to
 * show it. Starting another task ends the one before.
 */
public interface Progress extends AutoCloseable {

    /**
     * @param task what is being done, a few words
     * @param total the number of steps, or -1 if unknown
     */
    void start(String task, long total);

    /** One step is done. */
    default void step() {
        step(1);
    }

    /**
     * @param count how many steps were done since the last report
     */
    void step(long count);

    /** A word on the state, such as the loss; replaces the one before. */
    void message(String text);

    /** Ends the task. */
    @Override
    void close();

    /** Shows nothing. */
    static Progress silent() {
        return new SilentProgress();
    }

    /**
     * A bar on a terminal, plain lines anywhere else.
     *
     * @param out where to show it
     * @param terminal whether {@code out} is a terminal
     */
    static Progress on(PrintStream out, boolean terminal) {
        return terminal ? new TerminalProgress(out) : new LineProgress(out);
    }
}
