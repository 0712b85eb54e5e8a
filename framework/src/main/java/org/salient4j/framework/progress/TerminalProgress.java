package org.salient4j.framework.progress;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar with the time left, redrawn in place. Only for a terminal: it writes control sequences,
 * which spoil a file.
 */
public final class TerminalProgress implements Progress {

    private static final int WIDTH = 100;

    private final PrintStream out;
    private ProgressBar bar;

    /**
     * @param out the terminal
     */
    public TerminalProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void start(String task, long total) {
        close();
        bar =
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                        .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
                        .setEtaFunction(
                                state ->
                                        RemainingTime.of(
                                                state.getCurrent(),
                                                state.getMax(),
                                                state.getElapsedAfterStart()))
                        .build();
    }

    @Override
    public synchronized void step(long count) {
        if (bar != null) {
            bar.stepBy(count);
        }
    }

    @Override
    public synchronized void message(String text) {
        if (bar != null) {
            bar.setExtraMessage(" " + text);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
