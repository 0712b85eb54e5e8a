package org.salient4j.benchmarks.grid;

import java.util.function.Consumer;
import org.salient4j.framework.progress.Progress;

/** Tells of long work within a cell, such as a training, in the words of the cell's state. */
final class CellProgress implements Progress {
    private final Consumer<String> listener;
    private String task = "";
    private String message = "";
    private long total;
    private long done;

    CellProgress(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void start(String task, long total) {
        this.task = task;
        this.total = total;
        done = 0;
        message = "";
    }

    @Override
    public synchronized void step(long count) {
        done += count;
        String state = total < 0 ? task + " " + done : "%s %d/%d".formatted(task, done, total);
        listener.accept(message.isEmpty() ? state : state + ", " + message);
    }

    @Override
    public synchronized void message(String text) {
        message = text;
    }

    @Override
    public void close() {
        // The cell says what it does next.
    }
}
