package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/** The results as text, for a terminal; at most 120 columns wide. */
final class XcebraTable {

    private static final String ROW = "  %-28s%-24s%-24s%s";

    private final EncoderGroups groups;
    private final LatentGate gate;
    private final List<String> lines = new ArrayList<>();

    private XcebraTable(EncoderGroups groups, LatentGate gate) {
        this.groups = groups;
        this.gate = gate;
    }

    /** Means of every training, λ and method over recordings, and what is left of the claims. */
    static List<String> lines(ReportedRun<XcebraCell, XcebraResult> run, LatentGate gate) {
        XcebraTable table = new XcebraTable(EncoderGroups.of(run), gate);
        table.groups.groups().forEach(table::add);
        table.addClaims();
        int missing = run.cells().size() - run.results().size();
        if (missing > 0) {
            table.lines.add("");
            table.lines.add(
                    "%d of %d trainings have no result, %d of them failed"
                            .formatted(missing, run.cells().size(), run.failures().size()));
        }
        return table.lines;
    }

    private void add(EncoderGroup group) {
        int there = group.results().size();
        int all = group.recordings().size();
        String of = there == all ? "" : there + " of ";
        lines.add(group.title() + ", " + of + Words.count(all, Words.RECORDING));
        if (there == 0) {
            lines.add("  no result");
            lines.add("");
            return;
        }
        lines.add(
                ROW.formatted(
                        "auROC, mean [min..max]",
                        Words.of(MapAuRoc.POOLED),
                        Words.of(MapAuRoc.WITHIN_ROWS),
                        Words.of(MapAuRoc.ROW_NORMALISED)));
        for (String method : groups.methods()) {
            lines.add(
                    ROW.formatted(
                                    method,
                                    range(group.scores(method, MapAuRoc.POOLED), 3),
                                    range(group.scores(method, MapAuRoc.WITHIN_ROWS), 3),
                                    range(group.scores(method, MapAuRoc.ROW_NORMALISED), 3))
                            .stripTrailing());
        }
        lines.add(
                "  R\u00b2 of the latents %s, training %s s"
                        .formatted(
                                range(group.each(XcebraResult::r2), 3),
                                range(group.each(XcebraResult::trainSeconds), 1)));
        List<String> below = gate.below(group);
        if (!below.isEmpty()) {
            lines.add(
                    "  note: R\u00b2 below %s on %s: maps of an encoder that does not hold the latents"
                            .formatted(gate.minimumR2(), String.join(", ", below)));
            lines.add("  say little");
        }
        lines.add("");
    }

    private void addClaims() {
        MapClaims claims = new MapClaims(groups, gate);
        for (MapClaim claim : MapClaim.values()) {
            String setting =
                    groups.penalty().isEmpty()
                            ? ""
                            : " (" + claim.setting(groups.penalty().getAsDouble()) + ")";
            lines.add("claim: " + claim.statement() + setting);
            for (MapAuRoc score : MapClaims.SCORES) {
                lines.add(
                        "  %-16s%s"
                                .formatted(Words.of(score), verdict(claims.judge(claim, score))));
            }
        }
    }

    private static String verdict(Verdict verdict) {
        String difference =
                verdict.difference().count() == 0
                        ? ""
                        : Words.difference(verdict.difference()).replace('\u2212', '-') + ", ";
        return verdict.outcome().words() + ": " + difference + verdict.reason();
    }

    /** For instance {@code 0.937 [0.924..0.947]}; one value has no range. */
    private static String range(double[] values, int decimals) {
        double[] there = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (there.length == 0) {
            return "-";
        }
        String mean = text(Arrays.stream(there).average().orElseThrow(), decimals);
        return there.length == 1
                ? mean
                : "%s [%s..%s]"
                        .formatted(
                                mean,
                                text(Arrays.stream(there).min().orElseThrow(), decimals),
                                text(Arrays.stream(there).max().orElseThrow(), decimals));
    }

    private static String text(double value, int decimals) {
        return IntervalCell.number(value, decimals).replace('\u2212', '-');
    }
}
