package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.PairedTestResult;
import org.salient4j.benchmarks.timeseries.comparison.TrainingComparison;

/** The first section: whether saliency guided training makes attributions better. */
final class AnswerSection {

    private final FractionView view;
    private final Names names;
    private final Note status;

    AnswerSection(FractionView view, Names names, Note status) {
        this.view = view;
        this.names = names;
        this.status = status;
    }

    Section section() {
        List<GuidedEffect> effects = GuidedEffect.all(view);
        List<Block> blocks = new ArrayList<>();
        blocks.add(status);
        for (String network : view.scores().networks()) {
            blocks.add(note(network, of(network, effects)));
        }
        if (effects.isEmpty()) {
            blocks.add(
                    new Paragraph(
                            "The run has no pair of a standard and a saliency guided training."));
            return new Section("Does saliency guided training help?", blocks);
        }
        blocks.add(table(effects));
        blocks.add(
                new Paragraph(
                        "An effect is guided minus standard, paired by seed, the mean over methods"
                                + view.suffix()
                                + ". It is called higher or lower if its 95 % interval leaves out 0"
                                + " and Wilcoxon\u2019s signed-rank test, corrected by Holm over the"
                                + " rows of this table, has p \u2264 0.05. Both are over data sets,"
                                + " each with the mean of its seeds, so they say what to expect of"
                                + " another such data set; with a single data set they are over"
                                + " seeds. n pairs cannot reach a p below 2/2\u207f: with few data"
                                + " sets only the interval can speak, and it is said so."));
        blocks.add(new Fold("Each method, tested", each()));
        return new Section("Does saliency guided training help?", blocks);
    }

    private static List<GuidedEffect> of(String network, List<GuidedEffect> effects) {
        return effects.stream().filter(each -> each.network().equals(network)).toList();
    }

    private static Note note(String network, List<GuidedEffect> effects) {
        if (effects.isEmpty()) {
            return new Note(Tone.MUTED, network + ": not compared.", "");
        }
        List<GuidedEffect.Direction> found =
                effects.stream().map(GuidedEffect::direction).distinct().toList();
        Tone tone = found.size() == 1 ? found.get(0).tone() : Tone.UNSURE;
        String title =
                Names.DIFFERENCES.stream()
                        .map(metric -> Names.shown(metric) + " " + together(metric, effects))
                        .collect(Collectors.joining(", "));
        String text =
                effects.stream()
                        .collect(
                                Collectors.groupingBy(
                                        GuidedEffect::guided,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                AnswerSection::sentence, Collectors.joining("; "))))
                        .entrySet()
                        .stream()
                        .map(
                                each ->
                                        capital(TrainingWords.of(each.getKey()))
                                                + ": "
                                                + each.getValue())
                        .collect(Collectors.joining(". "));
        return new Note(tone, network + ": " + title + ".", text + ".");
    }

    /** What was found of a metric, if that is the same for every guided training. */
    private static String together(String metric, List<GuidedEffect> effects) {
        List<String> found =
                effects.stream()
                        .filter(each -> each.metric().equals(metric))
                        .map(each -> each.direction().words())
                        .distinct()
                        .toList();
        return found.size() == 1 ? found.get(0) : "depends on what is masked";
    }

    /** For instance {@code Diff(AUP) higher: +0.031 [0.010, 0.052] over 10 data sets, p = 0.02}. */
    private static String sentence(GuidedEffect effect) {
        String metric = Names.shown(effect.metric());
        if (effect.difference().count() == 0) {
            return metric + " missing";
        }
        String interval =
                effect.difference().isDefined()
                        ? " [%s, %s]"
                                .formatted(
                                        IntervalCell.number(effect.difference().lower(), 3),
                                        IntervalCell.number(effect.difference().upper(), 3))
                        : ", no interval";
        String test = effect.test().isDefined() ? ", p " + equal(effect.holm()) + " (Holm)" : "";
        return "%s %s: %s%s over %d %s%s"
                .formatted(
                        metric,
                        effect.direction().words(),
                        signed(effect.difference().mean()),
                        interval,
                        effect.difference().count(),
                        effect.unit(),
                        test);
    }

    private static Table table(List<GuidedEffect> effects) {
        List<TableRow> rows = new ArrayList<>();
        for (GuidedEffect effect : effects) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(effect.network()));
            cells.add(TableCell.of(TrainingWords.of(effect.guided())));
            cells.add(TableCell.of(Names.shown(effect.metric())));
            cells.add(TableCell.marked(effect.direction().tone(), effect.direction().words()));
            cells.add(
                    effect.difference().count() == 0
                            ? TableCell.missing("no pair of which both trainings count")
                            : IntervalCell.decimal(effect.difference(), 3));
            cells.add(TableCell.of(effect.difference().count() + " " + effect.unit()));
            cells.addAll(test(effect.test(), effect.holm()));
            rows.add(new TableRow(cells, false, Tone.PLAIN));
        }
        return new Table(
                "Saliency guided minus standard training, mean over methods",
                List.of(
                        TableColumn.words("Network"),
                        TableColumn.words("Training"),
                        TableColumn.words("Metric"),
                        TableColumn.words("Found"),
                        TableColumn.numbers("Difference", "Mean and half its 95 % interval"),
                        TableColumn.numbers("Pairs", ""),
                        TableColumn.numbers("p, Holm", "Wilcoxon, corrected over this table"),
                        TableColumn.numbers("p", "Wilcoxon, not corrected"),
                        TableColumn.numbers("r", "Rank-biserial correlation, \u22121 to 1")),
                rows,
                "Bold: the corrected p is at most 0.05.",
                true);
    }

    /** Corrected p, p and effect size. */
    private static List<TableCell> test(PairedTestResult test, double holm) {
        return List.of(
                holm <= GuidedEffect.LEVEL
                        ? TableCell.marked(Tone.STRONG, probability(holm))
                        : TableCell.of(probability(holm)),
                TableCell.of(probability(test.pValue())),
                TableCell.of(
                        Double.isNaN(test.effectSize())
                                ? "\u2013"
                                : IntervalCell.number(test.effectSize(), 2)));
    }

    private List<Block> each() {
        List<Block> blocks = new ArrayList<>();
        for (String process : view.scores().processes()) {
            List<TableRow> rows = new ArrayList<>();
            for (TrainingComparison each :
                    TrainingComparison.all(view.compared(process), Names.DIFFERENCES)) {
                rows.add(row(each));
            }
            String of = view.scores().processes().size() > 1 ? ", " + process : "";
            blocks.add(
                    new Table(
                            "Saliency guided minus standard training, each method" + of,
                            List.of(
                                    TableColumn.words("Network"),
                                    TableColumn.words("Training"),
                                    TableColumn.words("Metric"),
                                    TableColumn.words("Method"),
                                    TableColumn.numbers("Difference", "Mean over data sets"),
                                    TableColumn.numbers("n", "Data sets with a pair"),
                                    TableColumn.numbers(
                                            "p, Holm",
                                            "Wilcoxon over data sets, corrected over methods and"
                                                    + " metrics of a network and training"),
                                    TableColumn.numbers("p", "Wilcoxon, not corrected"),
                                    TableColumn.numbers("r", "Rank-biserial correlation")),
                            rows,
                            "Bold: the corrected p is at most 0.05.",
                            true));
        }
        return blocks;
    }

    private TableRow row(TrainingComparison each) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(each.network()));
        cells.add(TableCell.of(TrainingWords.of(each.guided())));
        cells.add(TableCell.of(Names.shown(each.metric())));
        cells.add(TableCell.of(names.title(each.method())));
        cells.add(
                each.difference().count() == 0
                        ? TableCell.missing("no data set with a pair of trainings that count")
                        : IntervalCell.decimal(each.difference(), 3));
        cells.add(TableCell.of(Integer.toString(each.difference().count())));
        cells.addAll(test(each.test(), each.holm()));
        return new TableRow(cells, false, Tone.PLAIN);
    }

    private static String signed(double value) {
        String text = IntervalCell.number(value, 3);
        return value > 0 && !text.equals("0.000") ? "+" + text : text;
    }

    /** For instance {@code = 0.031}. */
    static String equal(double p) {
        if (Double.isNaN(p)) {
            return "undefined";
        }
        return p < 0.001 ? "< 0.001" : "= " + IntervalCell.number(p, 3);
    }

    private static String probability(double p) {
        if (Double.isNaN(p)) {
            return "\u2013";
        }
        return p < 0.001 ? "< 0.001" : IntervalCell.number(p, 3);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
