package org.salient4j.benchmarks.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.AtomicFile;

/**
 * Writes a page as one HTML file that needs no network: style, charts and pictures are inside, and
 * a content security policy forbids to load anything.
 */
public final class ReportWriter {

    private static final PebbleEngine ENGINE = engine();

    private ReportWriter() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @throws org.salient4j.framework.io.FileWriteException if it cannot be written
     */
    public static void write(Path file, Page page) {
        AtomicFile.write(file, html(page));
    }

    /** The page as text. */
    public static String html(Page page) {
        StringWriter out = new StringWriter();
        try {
            ENGINE.getTemplate("page.peb")
                    .evaluate(out, Map.of("page", page, "version", Provenance.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(ReportWriter.class.getClassLoader());
        loader.setPrefix("org/salient4j/benchmarks/report");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .build();
    }
}
