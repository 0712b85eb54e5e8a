package org.salient4j.framework.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;

/**
 * Named arrays and JSON documents in one file: a ZIP of {@code .npy} and {@code .json} entries that
 * {@code numpy.load} reads.
 *
 * <p>The same content gives the same bytes (entries sorted, times fixed). Written whole or not at
 * all; every entry's checksum is verified when it is read.
 */
public final class NpzArchive implements Closeable {

    private static final String ARRAY = ".npy";
    private static final String DOCUMENT = ".json";

    /** How entries are kept: plain (trained weights hardly compress) or deflated. */
    public enum Compression {
        /** As they are. */
        STORED,
        /** Compressed. */
        DEFLATED
    }

    private final Path file;
    private final ZipFile zip;

    private NpzArchive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /**
     * @param file the archive
     * @param arrays name to array; the name has no extension and may hold slashes
     * @param documents name to a record, map or tree that becomes JSON
     * @param compression how entries are kept
     * @throws FileWriteException if the file cannot be written
     */
    public static void write(
            Path file,
            Map<String, INDArray> arrays,
            Map<String, ?> documents,
            Compression compression) {
        SortedMap<String, AtomicFile.Content> entries = new TreeMap<>();
        documents.forEach(
                (name, value) -> {
                    byte[] text = Json.pretty(value).getBytes(StandardCharsets.UTF_8);
                    entries.put(name + DOCUMENT, out -> out.write(text));
                });
        arrays.forEach((name, a) -> entries.put(name + ARRAY, out -> NpyFile.write(out, a)));
        arrays.values().forEach(array -> NpyType.of(array.dataType()));
        AtomicFile.write(
                file,
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(out);
                    for (Map.Entry<String, AtomicFile.Content> entry : entries.entrySet()) {
                        NpzEntry.write(zip, entry.getKey(), entry.getValue(), compression);
                    }
                    // Not closed: the stream below belongs to the file, which is forced to disk.
                    zip.finish();
                });
    }

    /**
     * @throws InvalidInputException if the file is missing, truncated or no ZIP
     */
    public static NpzArchive open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidInputException(file + " is a folder, expected an archive");
            }
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return new NpzArchive(file, new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw new InvalidInputException(
                    file + " is truncated or not an archive: " + AtomicFile.reason(e), e);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /** The names of the arrays, sorted, without extension. */
    public Set<String> arrays() {
        return names(ARRAY);
    }

    /** The names of the JSON documents, sorted, without extension. */
    public Set<String> documents() {
        return names(DOCUMENT);
    }

    /**
     * @throws InvalidInputException if there is no such array or its bytes are damaged
     */
    public INDArray array(String name) {
        ZipEntry entry = entry(name, ARRAY, arrays());
        return verified(entry, in -> NpyFile.read(in, entry.getSize(), place(entry)));
    }

    /**
     * @throws InvalidInputException if there is no such document, it is damaged or not of the type
     */
    public <T> T document(String name, Class<T> type) {
        ZipEntry entry = entry(name, DOCUMENT, documents());
        byte[] text = verified(entry, InputStream::readAllBytes);
        return Json.parse(new String(text, StandardCharsets.UTF_8), type, place(entry));
    }

    /**
     * @throws InvalidInputException if there is no such document or it is damaged
     */
    public JsonNode document(String name) {
        return document(name, JsonNode.class);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Set<String> names(String extension) {
        List<String> all = zip.stream().map(ZipEntry::getName).collect(Collectors.toList());
        Set<String> names = new TreeSet<>();
        for (String name : all) {
            if (name.endsWith(extension)) {
                names.add(name.substring(0, name.length() - extension.length()));
            }
        }
        return names;
    }

    private ZipEntry entry(String name, String extension, Set<String> known) {
        ZipEntry entry = zip.getEntry(name + extension);
        if (entry == null) {
            throw NearestName.unknown("entry of " + file, name, known);
        }
        return entry;
    }

    private String place(ZipEntry entry) {
        return file + "!" + entry.getName();
    }

    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    /** ZipFile itself does not look at the checksum of what it hands out. */
    private <T> T verified(ZipEntry entry, Reading<T> reading) {
        try (CheckedInputStream in =
                new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            T value = reading.from(in);
            if (in.read() != -1 || in.getChecksum().getValue() != entry.getCrc()) {
                throw new InvalidInputException(
                        place(entry) + " is damaged: its checksum does not match its content");
            }
            return value;
        } catch (IOException e) {
            throw new InvalidInputException(
                    place(entry) + " is damaged: " + AtomicFile.reason(e), e);
        }
    }
}
