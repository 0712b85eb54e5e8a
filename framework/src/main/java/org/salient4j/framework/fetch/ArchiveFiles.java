package org.salient4j.framework.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.salient4j.framework.io.AtomicFile;

/**
 * Takes named files out of archives. An entry's own name never decides where a file goes, so no
 * archive can write outside the folder.
 */
final class ArchiveFiles {
    private ArchiveFiles() {}

    /** What is done with the content of an entry. */
    @FunctionalInterface
    interface Content {
        /** Reads the entry, whose stream is not to be closed. */
        void read(InputStream in) throws IOException;
    }

    /**
     * Copies entries of a {@code .tar.gz} into a folder.
     *
     * @param wanted entry to file name
     * @throws IOException if an entry is missing
     */
    static void copyTarGz(Path archive, Map<String, String> wanted, Path folder)
            throws IOException {
        try (InputStream in = buffered(archive)) {
            copyTar(new GZIPInputStream(in), wanted, folder);
        }
    }

    /** As {@link #copyTarGz}, of a stream, which is read to the last wanted entry. */
    static void copyTarGz(InputStream in, Map<String, String> wanted, Path folder)
            throws IOException {
        copyTar(new GZIPInputStream(in), wanted, folder);
    }

    /** Copies entries of a Debian package: a tar, compressed with xz, within an ar. */
    static void copyDeb(Path archive, Map<String, String> wanted, Path folder) throws IOException {
        try (InputStream in = buffered(archive);
                ArArchiveInputStream ar = new ArArchiveInputStream(in)) {
            find(ar, "data.tar.xz");
            copyTar(new XZCompressorInputStream(ar), wanted, folder);
        }
    }

    /** Reads one entry of a {@code .tar.gz}. */
    static void readTarGz(Path archive, String entry, Content content) throws IOException {
        try (InputStream in = buffered(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            find(tar, entry);
            content.read(tar);
        }
    }

    /**
     * Opens one entry of a zip.
     *
     * @throws IOException if it is missing
     */
    static ZipEntry entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw missing(List.of(name));
        }
        return entry;
    }

    private static void copyTar(InputStream in, Map<String, String> wanted, Path folder)
            throws IOException {
        List<String> left = new ArrayList<>(wanted.keySet());
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        while (!left.isEmpty()) {
            ArchiveEntry entry = tar.getNextTarEntry();
            if (entry == null) {
                throw missing(left);
            }
            String name = plain(entry);
            if (left.remove(name)) {
                AtomicFile.write(folder.resolve(wanted.get(name)), tar::transferTo);
            }
        }
    }

    private static void find(ArchiveInputStream archive, String name) throws IOException {
        for (ArchiveEntry entry = archive.getNextEntry();
                entry != null;
                entry = archive.getNextEntry()) {
            if (plain(entry).equals(name)) {
                return;
            }
        }
        throw missing(List.of(name));
    }

    /** Debian's tars start every name with a dot and a slash. */
    private static String plain(ArchiveEntry entry) {
        String name = entry.getName();
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static InputStream buffered(Path archive) throws IOException {
        return new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
    }

    private static IOException missing(List<String> names) {
        return new IOException("it holds no " + String.join(", no ", names));
    }
}
