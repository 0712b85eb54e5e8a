package org.salient4j.framework;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Which known name somebody probably meant: the one at the smallest Damerau-Levenshtein distance
 * (insert, delete, replace, swap of neighbours), if that is close enough to be a slip.
 */
public final class NearestName {

    private NearestName() {}

    /**
     * @param name what was written
     * @param known the names there are
     * @return the closest known name, or nothing if none resembles what was written
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String written = folded(name);
        int tolerated = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(candidate -> resembles(written, folded(candidate), tolerated))
                .min(Comparator.comparingInt(candidate -> distance(written, folded(candidate))));
    }

    /**
     * One line for an unknown name: {@code unknown network 'lsmt': did you mean 'lstm'? known:
     * lstm, tcn}.
     *
     * @param what what is named, such as {@code network}
     * @param name what was written
     * @param known the names there are
     */
    public static InvalidInputException unknown(
            String what, String name, Collection<String> known) {
        String guess = of(name, known).map(n -> "did you mean '" + n + "'? ").orElse("");
        String names = known.isEmpty() ? "there are none" : "known: " + String.join(", ", known);
        return new InvalidInputException("unknown " + what + " '" + name + "': " + guess + names);
    }

    private static boolean resembles(String written, String candidate, int tolerated) {
        return distance(written, candidate) <= Math.min(tolerated, candidate.length() - 1)
                || written.length() >= 3 && candidate.startsWith(written);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(
                                d[i - 1][j - 1] + replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
