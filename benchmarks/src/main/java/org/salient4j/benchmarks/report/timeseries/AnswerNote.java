package org.salient4j.benchmarks.report.timeseries;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.report.EffectDirection;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;

/** What was found of one network, in sentences. */
final class AnswerNote {

    private AnswerNote() {}

    static Note of(String network, List<GuidedEffect> effects) {
        if (effects.isEmpty()) {
            return new Note(Tone.MUTED, network + ": not compared.", "");
        }
        List<EffectDirection> found =
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
                                                AnswerNote::sentence, Collectors.joining("; "))))
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
        String test =
                effect.test().isDefined()
                        ? ", p " + TestCells.equal(effect.holm()) + " (Holm)"
                        : "";
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

    private static String signed(double value) {
        String text = IntervalCell.number(value, 3);
        return value > 0 && !text.equals("0.000") ? "+" + text : text;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
