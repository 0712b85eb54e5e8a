package org.salient4j.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.images.ImagesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Digits read as series. */
@Command(
        name = "mnist-series",
        description = {
            "What do networks for series see in digits? Figures 5 and 11 to 13: MNIST as series of 28",
            "steps, the columns, of 28 features, the rows, for a temporal convolutional network, an LSTM",
            "with input-cell attention and a Transformer, standard and saliency guided, with the maps of",
            "every method side by side.",
            "",
            "By default 10,000 training images and one seed: pictures, not claims.",
            "Finished networks are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j reproduce mnist-series --quick --out runs/quick",
            "  salient4j reproduce mnist-series --networks tcn/mnist-series --train-samples 0 --out runs/tcn"
        })
final class MnistSeriesCommand extends ExperimentCommand {
    private static final String PART = "10000";

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "NAME",
            description =
                    "One or several with commas (default: tcn/mnist-series,"
                            + " lstm-input-cell/mnist-series and transformer/mnist-series).")
    private List<String> networks;

    @Mixin private ImageGridOptions images;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new ImagesReport()),
                grid.directory(),
                grid.resume());
    }

    private Images experiment() {
        Map<String, String> changes = new LinkedHashMap<>();
        if (!images.quick()) {
            changes.put("trainImages", PART);
            changes.put("explained", "1000");
        }
        changes.putAll(images.changes(grid));
        return new Images(
                images.preset(),
                List.of(ImageSource.mnist().require()),
                networks == null ? Images.SERIES : networks,
                images.trainings(List.of(ImageTraining.STANDARD, ImageTraining.SALIENCY_GUIDED)),
                images.seeds(grid, 1),
                images.methods(List.of()),
                changes);
    }
}
