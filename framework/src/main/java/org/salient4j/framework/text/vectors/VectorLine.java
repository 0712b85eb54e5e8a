package org.salient4j.framework.text.vectors;

/**
 * One line of a file of word vectors: {@code word v1 … vD}, single blanks between. The last D
 * fields are the numbers, so that a word may have blanks itself.
 */
final class VectorLine {
    private final float[] numbers;
    private String word;
    private String problem;

    /**
     * @param dimension D
     */
    VectorLine(int dimension) {
        numbers = new float[dimension];
    }

    /** How many fields at the end of a line are numbers; the first field never counts. */
    static int numbers(String line) {
        int numbers = 0;
        int end = line.length();
        for (int blank = line.lastIndexOf(' ');
                blank > 0 && isNumber(line.substring(blank + 1, end));
                blank = line.lastIndexOf(' ', end - 1)) {
            numbers++;
            end = blank;
        }
        return numbers;
    }

    /**
     * Reads a line.
     *
     * @return whether it is as it should be; else {@link #problem} says what is wrong
     */
    boolean read(String line) {
        int end = line.length();
        for (int i = numbers.length - 1; i >= 0; i--) {
            int blank = line.lastIndexOf(' ', end - 1);
            String field = line.substring(blank + 1, end);
            if (blank <= 0 || !isNumber(field)) {
                return refuse(line);
            }
            numbers[i] = Float.parseFloat(field);
            end = blank;
        }
        word = line.substring(0, end);
        int blank = word.indexOf(' ');
        // Numbers up to the first field are a longer vector, not a word with blanks.
        boolean longer = blank >= 0 && numbers(word) == fields(word) - 1;
        return !longer || refuse(line);
    }

    String word() {
        return word;
    }

    /** The numbers of the line read last; overwritten by the next. */
    float[] numbers() {
        return numbers;
    }

    String problem() {
        return problem;
    }

    private boolean refuse(String line) {
        problem =
                "expected a word and %d finite numbers, found %d numbers at the line's end"
                        .formatted(numbers.length, numbers(line));
        return false;
    }

    private static int fields(String text) {
        return 1 + (int) text.chars().filter(c -> c == ' ').count();
    }

    private static boolean isNumber(String field) {
        // What Java reads beyond decimal numbers (NaN, Infinity, 1f, 1d) are words here.
        char last = field.isEmpty() ? ' ' : field.charAt(field.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            return false;
        }
        try {
            return Float.isFinite(Float.parseFloat(field));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
