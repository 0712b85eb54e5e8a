package org.salient4j.framework.text.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.salient4j.framework.text.Vocabulary;

/**
 * The lines of a file of word vectors that a vocabulary asks for, written as DL4J's loader expects
 * them: each word once, in Base64, which the loader decodes and which keeps words with blanks and
 * any letter whole on a machine of any locale.
 *
 * <p>The loader alone would keep every word of the file (2.7 GB for 400,000 of 50 numbers), stop at
 * the first word with a blank, and give all words after a duplicate the vector of their neighbour.
 */
final class WantedVectors extends InputStream {
    private static final String ENCODED = "B64:";

    private final VectorFile file;
    private final Vocabulary wanted;
    private final Set<String> seen = new HashSet<>();
    private byte[] chunk = new byte[0];
    private int at;

    WantedVectors(VectorFile file, Vocabulary wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /** Whether there is anything left to read. */
    boolean hasNext() throws IOException {
        while (at == chunk.length) {
            VectorLine line = file.next();
            if (line == null) {
                return false;
            }
            if (wanted.contains(line.word())) {
                take(line);
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return hasNext() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasNext()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, count);
        at += count;
        return count;
    }

    private void take(VectorLine line) {
        if (!seen.add(line.word())) {
            file.note("the word '" + line.word() + "' was there before; its first line counts");
            return;
        }
        byte[] word = line.word().getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(ENCODED);
        text.append(Base64.getEncoder().encodeToString(word));
        for (float number : line.numbers()) {
            text.append(' ').append(number);
        }
        chunk = text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        at = 0;
    }
}
