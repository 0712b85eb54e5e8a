package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.published.PublishedLanguage;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** How well the networks classify. */
final class AccuracySection {
    private AccuracySection() {}

    static Section of(LanguageGroups groups) {
        List<TableRow> rows = new ArrayList<>();
        String corpus = groups.any().map(LanguageResult::published).orElse("");
        for (LanguageTraining training : groups.trainings()) {
            OptionalDouble paper =
                    training == LanguageTraining.FINE_TUNED
                            ? OptionalDouble.empty()
                            : PublishedLanguage.find(
                                    corpus, "", training.guided(), PublishedLanguage.ACCURACY);
            rows.add(
                    TableRow.of(
                            TableCell.of("Bidirectional LSTM, " + LanguageWords.of(training)),
                            cell(groups.values(training, LanguageResult::accuracy), 3),
                            cell(groups.values(training, LanguageResult::validationAccuracy), 3),
                            learned(groups, training),
                            cell(groups.values(training, LanguageResult::trainSeconds), 1),
                            TableCell.of(
                                    paper.isEmpty()
                                            ? "\u2013"
                                            : IntervalCell.number(paper.getAsDouble(), 3))));
        }
        groups.of(LanguageTraining.STANDARD).stream()
                .filter(result -> result.tfIdfAccuracy() != null)
                .findFirst()
                .ifPresent(
                        result ->
                                rows.add(
                                        TableRow.of(
                                                TableCell.of("Tf-idf, logistic regression"),
                                                TableCell.of(
                                                        IntervalCell.number(
                                                                result.tfIdfAccuracy(), 3)),
                                                TableCell.of("\u2013"),
                                                TableCell.of("\u2013"),
                                                TableCell.of("\u2013"),
                                                TableCell.of("\u2013"))));
        return new Section(
                "Accuracy",
                List.of(
                        new Table(
                                "Accuracy",
                                List.of(
                                        TableColumn.words("Classifier"),
                                        TableColumn.numbers("Test", "Share classified right"),
                                        TableColumn.numbers("Validation", "Of the validation part"),
                                        TableColumn.numbers(
                                                "Learned",
                                                "Networks whose test accuracy lies two standard"
                                                        + " errors above naming the commonest"
                                                        + " class; others answer no claim on"
                                                        + " words"),
                                        TableColumn.numbers("Seconds", "Wall time of the training"),
                                        TableColumn.numbers("Paper", "Table 5")),
                                rows,
                                "\u00b1 is half the 95 % interval of the mean over seeds by"
                                        + " Student's t. The regression sees which words occur and"
                                        + " nothing of their order: a network below it has learned"
                                        + " less than a list of words.")));
    }

    private static TableCell learned(LanguageGroups groups, LanguageTraining training) {
        String text = groups.learned(training);
        return groups.of(training).stream().allMatch(LanguageResult::learned)
                ? TableCell.of(text)
                : TableCell.marked(Tone.WARNING, text);
    }

    static TableCell cell(double[] values, int decimals) {
        return IntervalCell.decimal(MeanInterval.of(values), decimals);
    }
}
