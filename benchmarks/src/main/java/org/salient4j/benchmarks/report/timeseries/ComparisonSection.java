package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.benchmarks.timeseries.comparison.ComparedRun;
import org.salient4j.benchmarks.timeseries.comparison.PaperComparison;

/** The part of a report that stands a run beside the paper. */
final class ComparisonSection {
    private static final String TITLE = "Beside the paper";

    private final PaperComparison comparison;

    private ComparisonSection(PaperComparison comparison) {
        this.comparison = comparison;
    }

    /** Claims, table 2, and the other tables to be opened; says so if nothing is comparable. */
    public static Section of(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        boolean comparable =
                run.cells().stream()
                        .anyMatch(
                                c ->
                                        c.process().equals(ComparedRun.PUBLISHED_PROCESS)
                                                && TimeSeries.NETWORKS.contains(c.network())
                                                && TimeSeries.DATASETS.contains(c.dataset()));
        if (!comparable) {
            return new Section(
                    TITLE,
                    List.of(
                            new Note(
                                    Tone.MUTED,
                                    "Nothing to compare.",
                                    "The paper\u2019s tables are of Gaussian series, four networks"
                                            + " and ten data sets; this run has none of these"
                                            + " together.")));
        }
        return new ComparisonSection(PaperComparison.of(run)).section();
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("Protocol of this run: " + comparison.protocol() + "."));
        blocks.add(
                new Paragraph(
                        "Published means of 5 runs (Ismail et al., NeurIPS 2021) beside ours. They"
                                + " carry no spread; \u201cinside\u201d says that the published mean"
                                + " lies in our 95 % interval over seeds. The paper does not say"
                                + " whether it masks the lowest signed gradients or the lowest"
                                + " magnitudes, so both of our guided trainings stand beside its"
                                + " one."));
        blocks.add(new ClaimTable(comparison).table());
        blocks.add(new Paragraph(rules()));
        PublishedTable tables = new PublishedTable(comparison);
        blocks.add(tables.of(2));
        for (int number : PaperComparison.TABLES) {
            if (number != 2 && comparison.table(number).stream().anyMatch(v -> v.isMeasured())) {
                Table table = tables.of(number);
                blocks.add(new Fold(table.caption(), List.of(table)));
            }
        }
        return new Section(TITLE, blocks);
    }

    private static String rules() {
        return "A claim has one or several parts, each a mean over data sets of differences paired"
                + " by seed. It is held if the 95 % interval over seeds of every part lies wholly on"
                + " the claimed side, not held if that of any part lies wholly on the other at the"
                + " level 1 \u2212 0.05/m for m parts, and undecided otherwise: so with fewer than two"
                + " seeds, and where parts are missing. The part shown is the one that decides, or is"
                + " weakest.";
    }
}
