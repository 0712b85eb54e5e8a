package org.salient4j.framework.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * For log files and pipes: a plain line every few seconds as steps are done, one in half a minute
 * while a step takes longer and says something, and one at the end.
 */
public final class LineProgress implements Progress {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final PrintStream out;
    private final Clock clock;
    private String task;
    private String message = "";
    private long total;
    private long done;
    private Instant started;
    private Instant shown;

    /**
     * @param out where the lines go
     */
    public LineProgress(PrintStream out) {
        this(out, Clock.systemUTC());
    }

    LineProgress(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public synchronized void start(String task, long total) {
        close();
        this.task = task;
        this.total = total;
        done = 0;
        message = "";
        started = clock.instant();
        shown = started;
    }

    @Override
    public synchronized void step(long count) {
        if (task == null) {
            return;
        }
        done += count;
        if (total < 0 || done < total) {
            showAfter(INTERVAL);
        }
    }

    @Override
    public synchronized void message(String text) {
        message = text;
        if (task != null) {
            showAfter(SILENCE);
        }
    }

    private void showAfter(Duration silence) {
        Instant now = clock.instant();
        if (!now.isBefore(shown.plus(silence))) {
            shown = now;
            show(now, false);
        }
    }

    @Override
    public synchronized void close() {
        if (task != null) {
            show(clock.instant(), true);
            task = null;
        }
    }

    private void show(Instant now, boolean ended) {
        Duration elapsed = Duration.between(started, now);
        StringBuilder line = new StringBuilder(task).append(": ").append(done);
        if (total >= 0) {
            line.append('/').append(total);
        }
        line.append(", ").append(RemainingTime.text(elapsed));
        if (!ended) {
            RemainingTime.of(done, total, elapsed)
                    .ifPresent(
                            left ->
                                    line.append(", ")
                                            .append(RemainingTime.text(left))
                                            .append(" left"));
        }
        if (!message.isEmpty()) {
            line.append(", ").append(message);
        }
        out.println(line);
    }
}
