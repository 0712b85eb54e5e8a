package org.salient4j.framework.io;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A file could not be written: the disk is full, the folder is read-only. Whatever was there before
 * is untouched.
 */
public class FileWriteException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line that names the file
     * @param cause the failure behind it
     */
    public FileWriteException(String message, IOException cause) {
        super(message, cause);
    }
}
