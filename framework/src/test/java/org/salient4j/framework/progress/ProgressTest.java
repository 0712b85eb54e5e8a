package org.salient4j.framework.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {

    /** A clock that goes on when told to. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final HandClock clock = new HandClock();

    @Test
    void should_write_a_line_every_few_seconds_and_one_at_the_end() {
        LineProgress progress = new LineProgress(out, clock);
        progress.start("training", 20);
        for (int i = 0; i < 20; i++) {
            clock.now = clock.now.plusSeconds(1);
            progress.message("loss " + i);
            progress.step();
        }
        progress.close();
        assertThat(lines())
                .containsExactly(
                        "training: 5/20, 5s, 15s left, loss 4",
                        "training: 10/20, 10s, 10s left, loss 9",
                        "training: 15/20, 15s, 5s left, loss 14",
                        "training: 20/20, 20s, loss 19");
    }

    @Test
    void should_write_a_line_in_half_a_minute_while_a_step_takes_longer() {
        LineProgress progress = new LineProgress(out, clock);
        progress.message("before");
        progress.start("cells", 2);
        for (int i = 1; i <= 6; i++) {
            clock.now = clock.now.plusSeconds(14);
            progress.message("epoch " + i);
        }
        progress.step(2);
        progress.close();
        assertThat(lines())
                .containsExactly(
                        "cells: 0/2, 42s, epoch 3",
                        "cells: 0/2, 1m24s, epoch 6",
                        "cells: 2/2, 1m24s, epoch 6");
    }

    @Test
    void should_write_lines_for_work_of_unknown_length() {
        LineProgress progress = new LineProgress(out, clock);
        progress.start("reading", -1);
        clock.now = clock.now.plus(Duration.ofMinutes(62));
        progress.step(3);
        progress.close();
        assertThat(lines()).containsExactly("reading: 3, 1h02m", "reading: 3, 1h02m");
    }

    @Test
    void should_end_a_task_when_the_next_one_starts() {
        LineProgress progress = new LineProgress(out, clock);
        progress.start("one", 2);
        progress.step(2);
        progress.start("two", 1);
        progress.close();
        progress.close();
        progress.step();
        assertThat(lines()).containsExactly("one: 2/2, 0s", "two: 0/1, 0s");
    }

    @Test
    void should_write_no_control_sequence_when_it_is_no_terminal() {
        try (Progress progress = Progress.on(out, false)) {
            progress.start("training", 1);
            progress.step();
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .doesNotContain("\u001b", "\r")
                .contains("training: 1/1");
    }

    @Test
    void should_draw_a_bar_on_a_terminal() {
        try (Progress progress = Progress.on(out, true)) {
            progress.start("training", 4);
            progress.message("loss 0.5");
            progress.step(4);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("training", "100%", "4/4", "loss 0.5");
    }

    @Test
    void should_take_steps_before_a_start_and_after_the_end() {
        try (Progress progress = Progress.on(out, true)) {
            progress.step();
            progress.message("early");
        }
        assertThat(bytes.size()).isZero();
    }

    private String[] lines() {
        return bytes.toString(StandardCharsets.UTF_8).split(System.lineSeparator());
    }
}
