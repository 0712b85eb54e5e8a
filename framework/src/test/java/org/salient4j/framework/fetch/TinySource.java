package org.salient4j.framework.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A source whose archive a test made: two small files in a {@code .tgz}. */
record TinySource(PackageClient client, PinnedFile archive, List<PinnedFile> files)
        implements DataSource {
    static final Map<String, String> CONTENT = Map.of("x.txt", "one two three", "y.txt", "1 2 3");

    static TinySource of(Path archive) {
        List<PinnedFile> files =
                CONTENT.entrySet().stream().map(e -> pinned(e.getKey(), e.getValue())).toList();
        return new TinySource(PackageClient.NPM, pinned("tiny-1.0.0.tgz", archive), files);
    }

    /** The archive such a source expects, with other texts if they are asked for. */
    static Path write(Path archive, Map<String, String> content) {
        try (OutputStream out = Files.newOutputStream(archive);
                TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (Map.Entry<String, String> file : content.entrySet()) {
                put(tar, "package/" + file.getKey(), bytes(file.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }

    static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static PinnedFile pinned(String name, String text) {
        return new PinnedFile(name, bytes(text).length, sha256(bytes(text)));
    }

    static PinnedFile pinned(String name, Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return new PinnedFile(name, content.length, sha256(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public DataDescription description() {
        return new DataDescription("two small texts", "none needed", "nobody");
    }

    @Override
    public RegistryPackage origin() {
        return new RegistryPackage(client, "tiny", "1.0.0", archive);
    }

    @Override
    public void unpack(Path packed, Path folder) throws IOException {
        ArchiveFiles.copyTarGz(
                packed, Map.of("package/x.txt", "x.txt", "package/y.txt", "y.txt"), folder);
    }
}
