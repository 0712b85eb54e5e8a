package org.salient4j.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A critical-difference diagram: mean ranks on a line, best at the left; a bar joins those that do
 * not differ. Source: Dem\u0161ar, "Statistical Comparisons of Classifiers over Multiple Data
 * Sets", JMLR 2006.
 *
 * @param caption what is ranked
 * @param entries what is ranked, with mean ranks
 * @param criticalDifference how far two mean ranks must be apart to differ; {@code NaN} if unknown
 * @param groups those that do not differ: each the indices of entries
 * @param description what a reader who cannot see it is told
 */
public record RankDiagram(
        String caption,
        List<Entry> entries,
        double criticalDifference,
        List<List<Integer>> groups,
        String description)
        implements Block {

    /**
     * One that is ranked.
     *
     * @param name its name
     * @param rank its mean rank, 1 is best
     */
    public record Entry(String name, double rank) {}

    /** Copies the lists. */
    public RankDiagram {
        Objects.requireNonNull(description, "description");
        entries = List.copyOf(entries);
        groups = groups.stream().map(List::copyOf).toList();
        for (List<Integer> group : groups) {
            for (int index : group) {
                if (index < 0 || index >= entries.size()) {
                    throw new IllegalArgumentException("no entry has the index " + index);
                }
            }
        }
    }

    /** The entries, best first. */
    List<Entry> ordered() {
        return entries.stream().sorted(Comparator.comparingDouble(Entry::rank)).toList();
    }

    /** The drawing, an {@code svg} element; every text in it is escaped. */
    public String svg() {
        return new RankDiagramSvg(this).draw();
    }

    @Override
    public String template() {
        return "ranks.peb";
    }
}
