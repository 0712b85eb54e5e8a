package org.salient4j.framework.graph;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Keeps ND4J's remarks about the ops it differentiates off the standard output while a graph is
 * built. Other threads' output passes.
 */
final class QuietOutput {
    private static final ThreadLocal<Boolean> QUIET = ThreadLocal.withInitial(() -> false);

    private QuietOutput() {}

    static <T> T during(Supplier<T> work) {
        install();
        boolean before = QUIET.get();
        QUIET.set(true);
        try {
            return work.get();
        } finally {
            QUIET.set(before);
        }
    }

    private static synchronized void install() {
        if (!(System.out instanceof Muted)) {
            System.setOut(new Muted(System.out));
        }
    }

    private static final class Muted extends PrintStream {
        Muted(PrintStream out) {
            super(new ThreadMuted(out), true, StandardCharsets.UTF_8);
        }
    }

    private static final class ThreadMuted extends OutputStream {
        private final PrintStream out;

        ThreadMuted(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            if (!QUIET.get()) {
                out.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (!QUIET.get()) {
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() {
            out.flush();
        }
    }
}
