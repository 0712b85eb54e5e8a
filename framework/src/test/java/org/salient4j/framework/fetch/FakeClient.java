package org.salient4j.framework.fetch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PATH with one program on it: a shell script that stands for a registry's client. */
final class FakeClient {
    private FakeClient() {}

    /** An environment in which the program runs these lines. */
    static Map<String, String> running(Path folder, String program, String... lines) {
        try {
            Path script = Files.createDirectories(folder).resolve(program);
            Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
            if (!script.toFile().setExecutable(true)) {
                throw new IllegalStateException(script + " cannot be made executable");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("PATH", String.join(File.pathSeparator, "", folder.toString()));
    }

    /** An environment in which there is no program at all. */
    static Map<String, String> none(Path folder) {
        return Map.of("PATH", folder.resolve("nothing").toString());
    }
}
