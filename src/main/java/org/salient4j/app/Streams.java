package org.salient4j.app;

import java.io.PrintStream;
import org.salient4j.framework.progress.Progress;

/**
 * Where a run of the program writes.
 *
 * @param out results
 * @param err progress, remarks, errors
 * @param terminal whether {@code err} is a terminal, where progress is a bar
 */
record Streams(PrintStream out, PrintStream err, boolean terminal) {

    Progress progress() {
        return Progress.on(err, terminal);
    }
}
