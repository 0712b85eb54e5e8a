package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.EffectDirection;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Tone;

/** The first section: every training in one table, and what differs from standard training. */
final class AnswerSection {
    private static final String TITLE = "Guided or regularised?";
    private static final List<String> MAIN = BridgeEffect.METRICS;

    private final BridgeScores scores;
    private final List<BridgeEffect> effects;
    private final RowTable tables;
    private final Names names;
    private final Note status;

    /**
     * @param effects of the run
     * @param status how many trainings count
     */
    AnswerSection(
            BridgeScores scores,
            List<BridgeEffect> effects,
            RowTable tables,
            Names names,
            Note status) {
        this.scores = scores;
        this.effects = effects;
        this.tables = tables;
        this.names = names;
        this.status = status;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Saliency guided training (Ismail et al., NeurIPS 2021) masks the inputs of"
                                + " lowest gradient and asks for the same answer. A penalty on the"
                                + " Jacobian (Schneider et al., AISTATS 2025, of encoders) takes away"
                                + " what the loss leaves free. Here both train the same classifiers,"
                                + " on the same data from the same start values, for the same number of"
                                + " updates."));
        blocks.add(status);
        List<BridgeScope> scopes = BridgeScope.of(scores);
        if (scopes.isEmpty()) {
            blocks.add(new Paragraph("The run has no training."));
            return new Section(TITLE, blocks);
        }
        for (BridgeRow row : scores.rows()) {
            List<BridgeEffect> of =
                    effects.stream()
                            .filter(e -> e.scope().equals(scopes.get(0)) && e.row().equals(row))
                            .toList();
            if (!of.isEmpty()) {
                blocks.add(note(row, of));
            }
        }
        blocks.add(tables.of("Every training, mean over data sets and methods", scopes, MAIN));
        if (effects.isEmpty()) {
            blocks.add(
                    new Paragraph(
                            "The run has no standard training beside another one: nothing is"
                                    + " compared."));
        } else {
            blocks.add(EffectTable.of(effects));
            blocks.add(
                    new Paragraph(
                            "A difference is a training minus standard training, paired by seed,"
                                    + " each the mean over the data sets and methods of the table"
                                    + " above. It is called higher or lower if its 95 % interval"
                                    + " leaves out 0 and the paired t-test, corrected by Holm over"
                                    + " the rows of this table, has p \u2264 0.05. Fewer than three"
                                    + " pairs decide nothing, however small their p. Seeds are few:"
                                    + " where only the interval speaks it is said so, and undecided"
                                    + " is no proof of equality."));
        }
        blocks.add(new Fold("Each method", methods(scopes)));
        blocks.add(new Fold("Each data set", datasets(scopes)));
        List<String> others = new ArrayList<>(scores.metrics());
        others.removeAll(MAIN);
        if (!others.isEmpty()) {
            blocks.add(
                    new Fold(
                            "Other metrics",
                            List.of(
                                    tables.of(
                                            "Other metrics, mean over data sets and methods",
                                            scopes,
                                            others))));
        }
        return new Section(TITLE, blocks);
    }

    private List<Block> methods(List<BridgeScope> scopes) {
        return scores.methods().stream()
                .<Block>map(
                        method ->
                                tables.of(
                                        names.title(method) + ", mean over data sets",
                                        scopes.stream().map(s -> s.ofMethod(method)).toList(),
                                        MAIN))
                .toList();
    }

    private List<Block> datasets(List<BridgeScope> scopes) {
        return scores.datasets().stream()
                .<Block>map(
                        dataset ->
                                tables.of(
                                        dataset + ", mean over methods",
                                        scopes.stream().map(s -> s.ofDataset(dataset)).toList(),
                                        MAIN))
                .toList();
    }

    /** Of one training, over all networks. */
    private static Note note(BridgeRow row, List<BridgeEffect> of) {
        List<EffectDirection> found = of.stream().map(BridgeEffect::direction).distinct().toList();
        Tone tone = found.size() == 1 ? found.get(0).tone() : Tone.UNSURE;
        String title =
                of.stream()
                        .collect(
                                Collectors.groupingBy(
                                        BridgeEffect::direction,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                BridgeEffect::shown, Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .map(each -> each.getValue() + " " + each.getKey().words())
                        .collect(Collectors.joining("; "));
        String text = of.stream().map(AnswerSection::sentence).collect(Collectors.joining("; "));
        return new Note(tone, capital(row.words()) + ": " + title + ".", text + ".");
    }

    private static String sentence(BridgeEffect effect) {
        if (effect.difference().count() == 0) {
            return effect.shown() + " missing";
        }
        boolean share = effect.measure().equals(BridgeEffect.ACCURACY);
        double scale = share ? 100 : 1;
        int decimals = share ? 1 : 3;
        String mean = IntervalCell.number(scale * effect.difference().mean(), decimals);
        String interval =
                effect.difference().isDefined()
                        ? " [%s, %s]"
                                .formatted(
                                        IntervalCell.number(
                                                scale * effect.difference().lower(), decimals),
                                        IntervalCell.number(
                                                scale * effect.difference().upper(), decimals))
                        : ", no interval";
        return effect.shown()
                + " "
                + (effect.difference().mean() > 0 ? "+" : "")
                + mean
                + interval
                + (share ? " points" : "");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
