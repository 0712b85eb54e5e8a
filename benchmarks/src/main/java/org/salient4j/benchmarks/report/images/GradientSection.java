package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.images.GradientStatistics;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.images.Sparsity;
import org.salient4j.benchmarks.images.ValueDistribution;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.PictureGrid;
import org.salient4j.benchmarks.report.SaliencyImage;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.ViolinChart;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** Distributions of gradients and how sparse they are. */
final class GradientSection {
    private final ImageGroup group;

    GradientSection(ImageGroup group) {
        this.group = group;
    }

    Section section(String title) {
        List<Block> blocks = new ArrayList<>();
        Optional<Long> seed = group.firstSeed();
        if (seed.isEmpty()) {
            return new Section(title, List.of(new Paragraph("There are no gradients yet.")));
        }
        blocks.add(
                new Paragraph(
                        "Gradients of the true class\u2019s log-odds. Single images: every gradient"
                                + " over its image\u2019s largest magnitude, so that 0 stays 0. Mean:"
                                + " that of each pixel over all images, signed, in the network\u2019s"
                                + " own unit. Both of seed "
                                + seed.get()
                                + ". Narrow is not better: sparseness is measured below."));
        blocks.add(
                new Charts(
                        List.of(
                                violins(
                                        "Gradients of single images",
                                        "gradient over the image\u2019s largest",
                                        seed.get(),
                                        GradientStatistics::scaled),
                                violins(
                                        "Mean gradient of each pixel",
                                        "mean gradient",
                                        seed.get(),
                                        GradientStatistics::mean)),
                        false));
        blocks.add(sparsity());
        blocks.add(meanMaps(seed.get()));
        return new Section(title, blocks);
    }

    private ViolinChart violins(
            String title,
            String xLabel,
            long seed,
            Function<GradientStatistics, ValueDistribution> values) {
        double thickest = 0;
        for (ImageTraining training : group.trainings()) {
            ValueDistribution of = distribution(training, seed, values);
            if (of != null) {
                thickest = Math.max(thickest, density(of).stream().max(Double::compare).orElse(0d));
            }
        }
        List<ViolinChart.Violin> violins = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (ImageTraining training : group.trainings()) {
            ValueDistribution of = distribution(training, seed, values);
            if (of != null) {
                double most = thickest;
                violins.add(
                        new ViolinChart.Violin(
                                training.words(),
                                of.reach(),
                                density(of).stream()
                                        .map(d -> most > 0 ? Math.pow(d / most, 0.25) : 0)
                                        .toList(),
                                List.of(
                                        of.quantile(0.01),
                                        of.quantile(0.25),
                                        of.quantile(0.5),
                                        of.quantile(0.75),
                                        of.quantile(0.99)),
                                hint(training, of)));
                told.add(hint(training, of));
            }
        }
        return new ViolinChart(
                title,
                xLabel,
                violins,
                "1 % to 99 %",
                "frequency, its fourth root",
                String.join("; ", told) + ".");
    }

    private static List<Double> density(ValueDistribution of) {
        // Bins of one chart may be of different widths. Where all values are 0 the density has no
        // bound: such a violin is its median alone, and the others are not flattened by it.
        return of.histogram().stream()
                .map(share -> of.reach() > 0 ? share / of.reach() : 0)
                .toList();
    }

    private ValueDistribution distribution(
            ImageTraining training,
            long seed,
            Function<GradientStatistics, ValueDistribution> values) {
        return group.result(training, seed)
                .map(result -> values.apply(result.gradients()))
                .orElse(null);
    }

    private static String hint(ImageTraining training, ValueDistribution of) {
        return String.format(
                Locale.ROOT,
                "%s: middle half %.4g to %.4g, 1 %% to 99 %% from %.4g to %.4g",
                training.words(),
                of.quantile(0.25),
                of.quantile(0.75),
                of.quantile(0.01),
                of.quantile(0.99));
    }

    private Table sparsity() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Measure"));
        group.trainings()
                .forEach(t -> columns.add(TableColumn.numbers(ImageWords.capital(t.words()), "")));
        List<TableRow> rows = new ArrayList<>();
        rows.add(row("Gini index of magnitudes", 3, Sparsity::gini));
        rows.add(row("Hoyer\u2019s measure", 3, Sparsity::hoyer));
        rows.add(row("Kurtosis", 1, Sparsity::kurtosis));
        int images =
                group.trainings().stream()
                        .flatMap(t -> group.first(t).stream())
                        .mapToInt(r -> r.gradients().images())
                        .max()
                        .orElse(0);
        return new Table(
                "Sparseness of gradients, mean over %d images and over seeds".formatted(images),
                columns,
                rows,
                "0 for equal magnitudes to 1 for a single cell (Gini, Hoyer); kurtosis is 3 for"
                        + " normally distributed values.");
    }

    private TableRow row(String label, int decimals, ToDoubleFunction<Sparsity> measure) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(label));
        for (ImageTraining training : group.trainings()) {
            cells.add(
                    IntervalCell.decimal(
                            MeanInterval.of(
                                    group.each(
                                            training,
                                            r -> measure.applyAsDouble(r.gradients().sparsity()))),
                            decimals));
        }
        return new TableRow(cells, false, Tone.PLAIN);
    }

    private PictureGrid meanMaps(long seed) {
        List<SaliencyImage> pictures = new ArrayList<>();
        for (ImageTraining training : group.trainings()) {
            Optional<ImagesResult> result = group.result(training, seed);
            pictures.add(
                    result.map(
                                    r ->
                                            SaliencyImage.of(
                                                    r.gradients().meanMap(),
                                                    r.gradients().meanMap().title(),
                                                    "Magnitude of the mean gradient of each pixel, "
                                                            + training.words()))
                            .orElse(null));
        }
        return new PictureGrid(
                "Magnitude of the mean gradient of each pixel, each over its own maximum",
                group.trainings().stream().map(t -> ImageWords.capital(t.words())).toList(),
                List.of(new PictureGrid.Row("Seed " + seed, pictures)));
    }
}
