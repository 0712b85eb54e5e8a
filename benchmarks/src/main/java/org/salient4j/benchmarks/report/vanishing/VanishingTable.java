package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.framework.io.Csv;
import org.salient4j.framework.io.Json;
import org.salient4j.synthetic.BoxPosition;

/** The results as text, for a terminal and for other programs. */
public final class VanishingTable {

    private static final String ROW = "%-9s%-27s%-17s%-22s%-17s%-17s%3s  %s";

    private VanishingTable() {}

    /**
     * The means of every preset, network, position and training, and the answers to the claim, as
     * lines of text; at most about 150 columns wide.
     */
    public static List<String> lines(ReportedRun<VanishingCell, VanishingResult> run) {
        LocationClaim claim = new LocationClaim();
        VanishingRule rule = new VanishingRule();
        List<String> lines = new ArrayList<>();
        for (VanishingPanel panel : VanishingPanel.of(run.cells(), run.results())) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(panel.title());
            lines.add(
                    ROW.formatted(
                            "box",
                            "training",
                            "test accuracy",
                            "mass in box (chance)",
                            "AUP",
                            "AUR",
                            "n",
                            "finding"));
            for (BoxPosition position : panel.positions()) {
                for (TrainingKind training : panel.trainings()) {
                    lines.add(line(panel.group(position, training), rule));
                }
            }
            for (TrainingKind training : panel.trainings()) {
                lines.add(claimLine(panel, training, claim));
            }
        }
        int missing = run.cells().size() - run.results().size();
        if (missing > 0) {
            lines.add("");
            lines.add(
                    "%d of %d trainings have no result, %d of them failed"
                            .formatted(missing, run.cells().size(), run.failures().size()));
        }
        return lines;
    }

    /**
     * One row a result, with a header: {@code results.csv}. Shares are in [0, 1]; a value that does
     * not exist is empty. Equal results give equal bytes wherever they were computed: what took how
     * long is in the results themselves.
     */
    public static String csv(ReportedRun<VanishingCell, VanishingResult> run) {
        TreeSet<String> metrics = new TreeSet<>();
        run.results().forEach(result -> metrics.addAll(result.result().scores().keySet()));
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "preset",
                                "position",
                                "network",
                                "training",
                                "seed",
                                "train_accuracy",
                                "validation_accuracy",
                                "test_accuracy",
                                "learned"));
        metrics.forEach(metric -> header.add(metric.replace('-', '_')));
        header.addAll(List.of("mass_in_box", "updates", "stopped", "key"));
        StringBuilder csv = new StringBuilder(Csv.line(header));
        run.results().forEach(result -> csv.append(Csv.line(values(result, metrics))));
        return csv.toString();
    }

    private static List<String> values(
            CellResult<VanishingCell, VanishingResult> cell, SortedSet<String> metrics) {
        VanishingCell asked = cell.cell();
        VanishingResult result = cell.result();
        List<String> values = new ArrayList<>();
        values.add(asked.preset());
        values.add(Words.of(asked.position()));
        values.add(asked.network());
        values.add(Json.tree(asked.training()).asText());
        values.add(Long.toString(asked.seed()));
        values.add(text(result.trainAccuracy()));
        values.add(text(result.validationAccuracy()));
        values.add(text(result.testAccuracy()));
        values.add(Boolean.toString(new GateRule().learned(result.testAccuracy())));
        for (String metric : metrics) {
            MetricScore score = result.scores().get(metric);
            values.add(score == null ? "" : text(score.mean()));
        }
        values.add(text(result.massInBox()));
        values.add(Long.toString(result.updates()));
        values.add(result.stopped() == null ? "" : Json.tree(result.stopped()).asText());
        values.add(cell.key());
        return values;
    }

    private static String line(TrainingGroup group, VanishingRule rule) {
        SaliencyFinding finding = rule.find(group);
        Function<String, MeanInterval> of = metric -> MeanInterval.of(group.metric(metric));
        String chance =
                group.chance().isPresent()
                        ? " (" + IntervalCell.number(100 * group.chance().getAsDouble(), 1) + ")"
                        : "";
        return ROW.formatted(
                        Words.of(group.position()),
                        Words.of(group.training()),
                        plain(IntervalCell.percent(MeanInterval.of(group.testAccuracy()), 1)),
                        plain(IntervalCell.percent(of.apply(TrainingGroup.MASS_IN_BOX), 1))
                                + chance,
                        plain(IntervalCell.decimal(of.apply("aup"), 3)),
                        plain(IntervalCell.decimal(of.apply("aur"), 3)),
                        group.results().size(),
                        finding.state().words() + (finding.clear() ? "" : ": " + finding.reason()))
                .stripTrailing();
    }

    private static String claimLine(
            VanishingPanel panel, TrainingKind training, LocationClaim claim) {
        String says =
                training.saliencyGuided() ? "independent of location" : "rises with later boxes";
        return "claim, "
                + Words.of(training)
                + ", "
                + says
                + ": "
                + LocationClaim.METRICS.stream()
                        .map(metric -> verdict(metric, claim.judge(panel, training, metric)))
                        .collect(Collectors.joining("; "));
    }

    private static String verdict(String metric, Verdict verdict) {
        String trend =
                verdict.difference().isDefined()
                        ? "%s [%s, %s]"
                                .formatted(
                                        IntervalCell.number(verdict.difference().mean(), 3),
                                        IntervalCell.number(verdict.difference().lower(), 3),
                                        IntervalCell.number(verdict.difference().upper(), 3))
                        : verdict.reason();
        return PanelTable.descriptor(metric).title()
                + " "
                + verdict.outcome().words()
                + " ("
                + trend
                + ")";
    }

    private static String plain(TableCell cell) {
        return (cell.text() + " " + cell.detail()).strip().replace('\u00a0', ' ');
    }

    private static String text(Double value) {
        return value == null || value.isNaN() ? "" : value.toString();
    }
}
