package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/** What the encoders are worth: what they hold, how their Jacobians are, what they cost. */
final class EncoderSection {

    /** More of the embedding on the clip than this is said aloud: such outputs have no gradient. */
    private static final double MOST_CLIPPED = 0.01;

    private final EncoderGroups groups;
    private final LatentGate gate;

    EncoderSection(EncoderGroups groups, LatentGate gate) {
        this.groups = groups;
        this.gate = gate;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(gate.sentence()));
        blocks.add(quality());
        blocks.add(jacobians());
        blocks.add(new Fold("Each encoder", List.of(each())));
        return new Section("Encoders", blocks);
    }

    private Table quality() {
        String blocks = "R\u00b2 of a block of the embedding from latents";
        List<TableColumn> columns =
                List.of(
                        TableColumn.words("Training"),
                        TableColumn.numbers(
                                "R\u00b2", "Of the latents from the embedding, mean over latents"),
                        TableColumn.numbers("1st from z1", "").under(blocks),
                        TableColumn.numbers("1st from z2", "").under(blocks),
                        TableColumn.numbers("2nd from z1", "").under(blocks),
                        TableColumn.numbers("2nd from z2", "").under(blocks),
                        TableColumn.numbers(
                                "Decoding error",
                                "Median distance of the observed latents to what their nearest"
                                        + " neighbours in the embedding say"));
        List<TableRow> rows = new ArrayList<>();
        for (EncoderGroup group : groups.groups()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(group.heading()));
            cells.add(r2(group));
            for (int block = 0; block < 2; block++) {
                for (int latents = 0; latents < 2; latents++) {
                    int i = block;
                    int j = latents;
                    cells.add(mean(group, result -> result.embeddingFromBlocks()[i][j], 2));
                }
            }
            cells.add(mean(group, XcebraResult::decodingError, 3));
            rows.add(new TableRow(cells, false, Tone.PLAIN));
        }
        return new Table(
                "What the embeddings hold, mean \u00b1 half the 95 % interval over recordings",
                columns,
                rows,
                "z1: latents that no label tells of; z2: latents that are the labels. A block that"
                        + " only its own latents explain does not mix rows of a map. ! marks encoders"
                        + " of which one at least does not hold the latents.");
    }

    private TableCell r2(EncoderGroup group) {
        TableCell cell = mean(group, XcebraResult::r2, 3);
        List<String> below = gate.below(group);
        return below.isEmpty()
                ? cell
                : new TableCell(
                        cell.text(),
                        cell.detail(),
                        "below %s: %s; %s"
                                .formatted(gate.minimumR2(), String.join(", ", below), cell.hint()),
                        Tone.WARNING);
    }

    private Table jacobians() {
        List<TableRow> rows = new ArrayList<>();
        for (EncoderGroup group : groups.groups()) {
            rows.add(
                    TableRow.of(
                            TableCell.of(group.heading()),
                            mean(group, XcebraResult::jacobianNorm, 2),
                            ranks(group),
                            clipped(group),
                            mean(group, result -> number(result.loss()), 3),
                            mean(group, result -> number(result.goodnessOfFit()), 2),
                            mean(group, XcebraResult::trainSeconds, 1)));
        }
        return new Table(
                "Jacobians and training, mean \u00b1 half the 95 % interval over recordings",
                List.of(
                        TableColumn.words("Training"),
                        TableColumn.numbers(
                                "\u2016J\u2016\u00b2",
                                "Squared Frobenius norm of the Jacobian, mean over explained"
                                        + " samples"),
                        TableColumn.numbers(
                                "Rank of J",
                                "Lowest, median and highest numerical rank over samples and"
                                        + " recordings"),
                        TableColumn.numbers("On the clip", "Share of the embedding\u2019s values"),
                        TableColumn.numbers("Loss", "Mean of the last epoch, without the penalty"),
                        TableColumn.numbers(
                                "Fit in nats",
                                "log of the batch size less the mean InfoNCE of an objective; 0 is"
                                        + " chance"),
                        TableColumn.numbers("Seconds", "Wall time of a training")),
                rows,
                "A value on the clip has no gradient and costs its sample a rank; ! marks more than"
                        + " 1 % of them. Seconds depend on the machine and on what else it did.");
    }

    private static TableCell ranks(EncoderGroup group) {
        double[] lowest = present(group.each(result -> result.ranks().get(0)));
        double[] medians = present(group.each(result -> result.ranks().get(1)));
        double[] highest = present(group.each(result -> result.ranks().get(2)));
        if (medians.length == 0) {
            return TableCell.missing("no result");
        }
        Arrays.sort(medians);
        int half = medians.length / 2;
        double median = (medians[half] + medians[(medians.length - 1) / 2]) / 2;
        return TableCell.of(
                IntervalCell.number(median, median == Math.rint(median) ? 0 : 1),
                "%.0f to %.0f"
                        .formatted(
                                Arrays.stream(lowest).min().orElseThrow(),
                                Arrays.stream(highest).max().orElseThrow()));
    }

    private static TableCell clipped(EncoderGroup group) {
        TableCell cell =
                IntervalCell.percent(MeanInterval.of(group.each(XcebraResult::clipped)), 2);
        boolean many =
                Arrays.stream(group.each(XcebraResult::clipped)).anyMatch(c -> c > MOST_CLIPPED);
        String detail = cell.detail().replace("seed", Words.RECORDING);
        return new TableCell(cell.text(), detail, cell.hint(), many ? Tone.WARNING : cell.tone());
    }

    private Table each() {
        List<TableRow> rows = new ArrayList<>();
        for (EncoderGroup group : groups.groups()) {
            for (String recording : groups.recordings()) {
                rows.add(
                        group.result(recording)
                                .map(result -> row(group, recording, result))
                                .orElse(missing(group, recording)));
            }
        }
        return new Table(
                "Each encoder",
                List.of(
                        TableColumn.words("Recording"),
                        TableColumn.words("Training"),
                        TableColumn.numbers("R\u00b2", "Of the latents from the embedding"),
                        TableColumn.numbers("Decoding error", ""),
                        TableColumn.numbers("\u2016J\u2016\u00b2", ""),
                        TableColumn.numbers("Rank of J", "Lowest / median / highest"),
                        TableColumn.numbers("On the clip", ""),
                        TableColumn.numbers("Updates", ""),
                        TableColumn.numbers("Seconds", "")),
                rows,
                "",
                true);
    }

    private TableRow row(EncoderGroup group, String recording, XcebraResult result) {
        String r2 = IntervalCell.number(result.r2(), 3);
        return TableRow.of(
                TableCell.of(recording),
                TableCell.of(group.title()),
                gate.holds(result.r2()) ? TableCell.of(r2) : TableCell.marked(Tone.WARNING, r2),
                TableCell.of(IntervalCell.number(result.decodingError(), 3)),
                TableCell.of(IntervalCell.number(result.jacobianNorm(), 2)),
                TableCell.of("%.0f / %.1f / %.0f".formatted(result.ranks().toArray())),
                TableCell.of(IntervalCell.number(100 * result.clipped(), 2) + "\u00a0%"),
                TableCell.of(Long.toString(result.updates())),
                TableCell.of(IntervalCell.number(result.trainSeconds(), 1)));
    }

    private static TableRow missing(EncoderGroup group, String recording) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(recording));
        cells.add(TableCell.of(group.title()));
        while (cells.size() < 9) {
            cells.add(TableCell.missing("no result"));
        }
        return new TableRow(cells, false, Tone.PLAIN);
    }

    private static TableCell mean(
            EncoderGroup group, ToDoubleFunction<XcebraResult> value, int decimals) {
        MeanInterval interval = MeanInterval.of(group.each(value));
        boolean none = interval.count() == 0 && !group.results().isEmpty();
        return none
                ? new TableCell("\u2013", "", "these encoders have none", Tone.MUTED)
                : IntervalCell.decimal(interval, decimals, Words.RECORDING);
    }

    private static double number(Double value) {
        return Objects.requireNonNullElse(value, Double.NaN);
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
