package org.salient4j.framework.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one entry of an archive, so that equal content is equal bytes. */
final class NpzEntry {

    /** ZIP knows no earlier moment. A fixed one makes equal content equal bytes. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzEntry() {}

    static void write(
            ZipOutputStream zip,
            String name,
            AtomicFile.Content content,
            NpzArchive.Compression compression)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        if (compression == NpzArchive.Compression.STORED) {
            // A stored entry needs its checksum in front, so the content is produced twice
            // rather than held in memory.
            Measured measured = new Measured();
            content.writeTo(measured);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(measured.size);
            entry.setCrc(measured.crc());
        }
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static final class Measured extends FilterOutputStream {

        private long size;

        Measured() {
            super(new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32()));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size += length;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            size++;
        }

        private long crc() {
            return ((CheckedOutputStream) out).getChecksum().getValue();
        }
    }
}
