package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.published.PublishedImages;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** Accuracy and cost beside the paper's. */
final class ImageAccuracySection {
    private final ImageGroup group;

    ImageAccuracySection(ImageGroup group) {
        this.group = group;
    }

    Section section(String title) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Mean over seeds"));
        group.trainings()
                .forEach(t -> columns.add(TableColumn.numbers(ImageWords.capital(t.words()), "")));
        List<TableRow> rows = new ArrayList<>();
        rows.add(
                row(
                        "Test accuracy",
                        t -> IntervalCell.percent(mean(t, ImagesResult::testAccuracy), 2)));
        rows.add(
                row(
                        "The paper\u2019s",
                        t ->
                                TableCell.of(
                                        ImageWords.published(
                                                PublishedImages.accuracy(
                                                        group.data(),
                                                        group.network(),
                                                        ImageWords.published(t)),
                                                100,
                                                1))));
        rows.add(
                row(
                        "Test cross-entropy",
                        t -> IntervalCell.decimal(mean(t, ImagesResult::testLoss), 4)));
        rows.add(row("Networks that learned", this::learned));
        rows.add(row("Training images", t -> whole(t, ImagesResult::trainImages)));
        rows.add(row("Test images", t -> whole(t, ImagesResult::testImages)));
        rows.add(row("Epochs", this::epochs));
        rows.add(row("Parameter updates", t -> whole(t, ImagesResult::updates)));
        rows.add(
                row(
                        "Seconds of training",
                        t -> IntervalCell.decimal(mean(t, r -> r.seconds().trained()), 0)));
        rows.add(
                row(
                        "Seconds an epoch",
                        t -> IntervalCell.decimal(mean(t, ImagesResult::secondsPerEpoch), 1)));
        return new Section(
                title,
                List.of(
                        new Table(
                                "Accuracy and cost by training",
                                columns,
                                rows,
                                "Weights are the last ones: no image chose among epochs. Seconds"
                                        + " are wall time, and whatever else the machine did is in"
                                        + " them.")));
    }

    private TableCell epochs(ImageTraining training) {
        return group.first(training)
                .map(
                        result -> {
                            int later = result.epochs() - result.standardEpochs();
                            boolean tuned = result.standardEpochs() > 0 && later > 0;
                            return TableCell.of(
                                    tuned
                                            ? result.standardEpochs() + " + " + later
                                            : Integer.toString(result.epochs()));
                        })
                .orElse(TableCell.missing("no result"));
    }

    private TableCell learned(ImageTraining training) {
        String text = "%d of %d".formatted(group.learned(training), group.there(training));
        return group.learned(training) < group.there(training)
                ? TableCell.marked(Tone.WARNING, text)
                : TableCell.of(text);
    }

    private TableCell whole(ImageTraining training, ToDoubleFunction<ImagesResult> value) {
        return group.first(training)
                .map(result -> TableCell.of("%,.0f".formatted(value.applyAsDouble(result))))
                .orElse(TableCell.missing("no result"));
    }

    private MeanInterval mean(ImageTraining training, ToDoubleFunction<ImagesResult> value) {
        return MeanInterval.of(group.each(training, value));
    }

    private TableRow row(String label, Function<ImageTraining, TableCell> cell) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(label));
        group.trainings().forEach(t -> cells.add(cell.apply(t)));
        return new TableRow(cells, false, Tone.PLAIN);
    }
}
