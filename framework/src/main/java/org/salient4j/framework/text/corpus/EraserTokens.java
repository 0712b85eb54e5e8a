package org.salient4j.framework.text.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How ERASER counts tokens: a sentence a line, a token between two blanks. Evidence is given by
 * these numbers, so nothing else may count: white space around a line and empty tokens do not, a
 * tab within a line is a letter.
 */
final class EraserTokens {
    private final Map<String, String> words = new HashMap<>();

    /** The tokens of all lines, each word once in memory. */
    List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        for (String line : text.split("\r\n|\r|\n")) {
            for (String token : stripped(line).split(" ")) {
                if (!token.isEmpty()) {
                    tokens.add(words.computeIfAbsent(token, word -> word));
                }
            }
        }
        return List.copyOf(tokens);
    }

    /** Unlike Java's, without no-break spaces as well. */
    private static String stripped(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isSpace(line.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
