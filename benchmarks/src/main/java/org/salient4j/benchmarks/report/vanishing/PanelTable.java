package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.synthetic.BoxPosition;

/** Position by training with accuracy and metrics, means over seeds. */
final class PanelTable {

    static final List<String> METRICS = List.of("aup", "aur", "auprc", "roc-auc");

    private final VanishingRule rule;

    PanelTable(VanishingRule rule) {
        this.rule = rule;
    }

    Table of(VanishingPanel panel) {
        List<TableRow> rows = new ArrayList<>();
        for (BoxPosition position : panel.positions()) {
            for (TrainingKind training : panel.trainings()) {
                TrainingGroup group = panel.group(position, training);
                rows.add(row(group, training == panel.trainings().get(0)));
            }
            rows.add(random(panel, position));
        }
        return new Table(
                "Test accuracy and saliency, mean \u00b1 half the 95 % interval over seeds",
                columns(), rows, "Random maps: what uniformly random scores are expected to get.");
    }

    private static List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Box"));
        columns.add(TableColumn.words("Training"));
        columns.add(TableColumn.sentences("Finding"));
        columns.add(TableColumn.numbers("Test accuracy", ""));
        columns.add(TableColumn.numbers("Mass in box", descriptor("mass-in-truth").caveat()));
        columns.add(TableColumn.numbers("Chance", "The box\u2019s share of the cells"));
        for (String metric : METRICS) {
            columns.add(
                    TableColumn.numbers(descriptor(metric).title(), descriptor(metric).caveat()));
        }
        columns.add(TableColumn.numbers("n", "Seeds with a result"));
        return columns;
    }

    private TableRow row(TrainingGroup group, boolean startsGroup) {
        SaliencyFinding finding = rule.find(group);
        boolean counts =
                finding.state() != SaliencyState.DID_NOT_LEARN
                        && finding.state() != SaliencyState.MISSING;
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(Words.capital(Words.of(group.position()))));
        cells.add(TableCell.of(Words.of(group.training())));
        cells.add(cell(finding));
        cells.add(IntervalCell.percent(MeanInterval.of(group.testAccuracy()), 1));
        cells.add(mass(group));
        cells.add(percent(group.chance()));
        for (String metric : METRICS) {
            cells.add(IntervalCell.decimal(MeanInterval.of(group.metric(metric)), 3));
        }
        int seeds = group.seeds().size();
        int there = seeds - group.missing();
        cells.add(
                there == seeds
                        ? TableCell.of(Integer.toString(there))
                        : new TableCell(there + " of " + seeds, "", "", Tone.UNSURE));
        return new TableRow(cells, startsGroup, counts ? Tone.PLAIN : Tone.MUTED);
    }

    /** Found and vanished say it all; the others need their reason. */
    private static TableCell cell(SaliencyFinding finding) {
        return new TableCell(
                finding.state().words(),
                finding.clear() ? "" : finding.reason(),
                finding.clear() ? finding.reason() : "",
                finding.state().tone());
    }

    private static TableCell mass(TrainingGroup group) {
        TableCell cell =
                IntervalCell.percent(MeanInterval.of(group.metric(TrainingGroup.MASS_IN_BOX)), 1);
        long zero = group.withoutSaliency();
        return zero == 0
                ? cell
                : new TableCell(
                        cell.text(),
                        cell.detail(),
                        "%d of %d networks have maps that are zero everywhere"
                                .formatted(zero, group.results().size()),
                        Tone.UNSURE);
    }

    private static TableRow random(VanishingPanel panel, BoxPosition position) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(Words.capital(Words.of(position))));
        cells.add(TableCell.of("random maps"));
        cells.add(TableCell.of(""));
        cells.add(TableCell.of(""));
        cells.add(percent(random(panel, position, TrainingGroup.MASS_IN_BOX)));
        cells.add(TableCell.of(""));
        for (String metric : METRICS) {
            OptionalDouble expected = random(panel, position, metric);
            cells.add(
                    TableCell.of(
                            expected.isPresent()
                                    ? IntervalCell.number(expected.getAsDouble(), 3)
                                    : "\u2013"));
        }
        cells.add(TableCell.of(""));
        return new TableRow(cells, false, Tone.MUTED);
    }

    private static OptionalDouble random(
            VanishingPanel panel, BoxPosition position, String metric) {
        return panel.trainings().stream()
                .map(training -> panel.group(position, training).random(metric))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static TableCell percent(OptionalDouble share) {
        return TableCell.of(
                share.isPresent()
                        ? IntervalCell.number(100 * share.getAsDouble(), 1) + "\u00a0%"
                        : "\u2013");
    }

    /** What the columns' metrics hide, for the page to say once. */
    static List<Definitions.Item> caveats() {
        return METRICS.stream()
                .map(PanelTable::descriptor)
                .map(about -> new Definitions.Item(about.title(), about.caveat()))
                .toList();
    }

    static MetricDescriptor descriptor(String metric) {
        return AttributionMetric.registry().get(metric).descriptor();
    }
}
