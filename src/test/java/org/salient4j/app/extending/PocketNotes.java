package org.salient4j.app.extending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.salient4j.framework.fetch.DataDescription;
import org.salient4j.framework.fetch.DataSource;
import org.salient4j.framework.fetch.PackageClient;
import org.salient4j.framework.fetch.PinnedFile;
import org.salient4j.framework.fetch.RegistryPackage;

/** One word in a file; it stands for data that an outsider registers. */
public record PocketNotes() implements DataSource {
    private static final String SHA256 =
            "62f5d588fd39c2bbb6b72efa9c5e95a317903f4b2906cb4599c109cf9c25e0f1";

    @Override
    public String name() {
        return "pocket-notes";
    }

    @Override
    public DataDescription description() {
        return new DataDescription("one word", "public domain", "nobody");
    }

    @Override
    public RegistryPackage origin() {
        return new RegistryPackage(
                PackageClient.NPM,
                "pocket-notes",
                "1.0.0",
                new PinnedFile("pocket.tgz", 6, SHA256));
    }

    @Override
    public List<PinnedFile> files() {
        return List.of(new PinnedFile("pocket.txt", 6, SHA256));
    }

    @Override
    public void unpack(Path archive, Path folder) throws IOException {
        Files.copy(archive, folder.resolve("pocket.txt"));
    }
}
