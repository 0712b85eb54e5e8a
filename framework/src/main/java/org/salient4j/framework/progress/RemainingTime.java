package org.salient4j.framework.progress;

import java.time.Duration;
import java.util.Optional;

/** How long the rest takes if it goes on like this. */
final class RemainingTime {

    private RemainingTime() {}

    static Optional<Duration> of(long done, long total, Duration elapsed) {
        if (done <= 0 || total < done) {
            return Optional.empty();
        }
        double perStep = (double) elapsed.toMillis() / done;
        return Optional.of(Duration.ofMillis(Math.round(perStep * (total - done))));
    }

    /** {@code 1h02m}, {@code 3m05s}, {@code 42s}. */
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600) {
            return String.format("%dh%02dm", seconds / 3600, seconds / 60 % 60);
        }
        return seconds >= 60
                ? String.format("%dm%02ds", seconds / 60, seconds % 60)
                : seconds + "s";
    }
}
