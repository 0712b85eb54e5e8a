package org.salient4j.benchmarks.metrics;

import java.util.Objects;

/**
 * What a reader must know to judge a metric's number; the report and the documentation print it.
 *
 * @param title the metric's name in a table's header
 * @param summary what it measures, in a few words
 * @param direction which scores are good
 * @param minimum the smallest value a sample can have
 * @param maximum the largest value a sample can have, {@code Double.POSITIVE_INFINITY} if unbounded
 * @param needs what is measured against what, for instance {@code truth masks}
 * @param separatesPerfectFromRandom whether a perfect map (constant on the truth, zero elsewhere)
 *     scores better than uniformly random scores; a metric for which this is false must not be
 *     reported alone
 * @param caveat one sentence on what the number hides
 * @param citation where the definition comes from
 */
public record MetricDescriptor(
        String title,
        String summary,
        Direction direction,
        double minimum,
        double maximum,
        String needs,
        boolean separatesPerfectFromRandom,
        String caveat,
        String citation) {

    /** Checks that nothing is left out and the range is one. */
    public MetricDescriptor {
        requireText(title, "title");
        requireText(summary, "summary");
        Objects.requireNonNull(direction, "direction");
        requireText(needs, "needs");
        requireText(caveat, "caveat");
        requireText(citation, "citation");
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException(
                    "minimum must be below maximum, were " + minimum + " and " + maximum);
        }
    }

    private static void requireText(String text, String name) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
    }
}
