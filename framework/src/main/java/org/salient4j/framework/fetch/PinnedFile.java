package org.salient4j.framework.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;

/**
 * A file of which every byte is known beforehand.
 *
 * @param name its name, without a folder
 * @param bytes its length
 * @param sha256 its SHA-256, 64 hexadecimal digits in lower case
 */
public record PinnedFile(String name, long bytes, String sha256) {
    private static final int BLOCK = 1 << 16;

    /**
     * @throws InvalidInputException if the name is no plain file name, the length is not positive
     *     or the checksum is not written as above
     */
    public PinnedFile {
        if (name == null || !name.matches("[^/\\\\]+") || name.matches("\\.+")) {
            throw new InvalidInputException("name must be a plain file name, was '" + name + "'");
        }
        if (bytes < 1) {
            throw new InvalidInputException("bytes must be at least 1, was " + bytes);
        }
        if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
            throw new InvalidInputException(
                    "sha256 must be 64 hexadecimal digits in lower case, was '" + sha256 + "'");
        }
    }

    /** What is wrong with the file of this name in a folder; nothing if every byte is right. */
    public Optional<String> faultIn(Path folder) {
        return fault(folder.resolve(name), name);
    }

    /**
     * What is wrong with a file that should be this one, whatever its name; nothing if every byte
     * is right.
     */
    public Optional<String> faultOf(Path file) {
        return fault(file, file.toString());
    }

    private Optional<String> fault(Path file, String called) {
        if (!Files.exists(file)) {
            return Optional.of(called + " is missing");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(called + " is no regular file");
        }
        try {
            long found = Files.size(file);
            if (found != bytes) {
                return Optional.of("%s has %d bytes, expected %d".formatted(called, found, bytes));
            }
            String digest = sha256(file);
            return digest.equals(sha256)
                    ? Optional.empty()
                    : Optional.of(
                            "%s has SHA-256 %s, expected %s".formatted(called, digest, sha256));
        } catch (IOException e) {
            return Optional.of(called + " cannot be read: " + AtomicFile.reason(e));
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
