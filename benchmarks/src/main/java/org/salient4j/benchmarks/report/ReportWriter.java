package org.salient4j.benchmarks.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.AtomicFile;

/**
 * Writes a page as one HTML file that needs no network: style, charts and pictures are inside, and
 * a content security policy forbids to load anything and to run any script but the page's own,
 * which is inside where a block uses it.
 */
public final class ReportWriter {

    private static final PebbleEngine ENGINE = engine();
    private static final String SCRIPT = script();
    private static final String SCRIPT_HASH = hash(SCRIPT);

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
                    .evaluate(
                            out,
                            Map.of(
                                    "page",
                                    page,
                                    "version",
                                    Provenance.version(),
                                    "script",
                                    SCRIPT,
                                    "scriptHash",
                                    SCRIPT_HASH));
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

    private static String script() {
        try (InputStream in = ReportWriter.class.getResourceAsStream("sort.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a content security policy names a script. */
    private static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
