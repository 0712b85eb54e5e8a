package org.salient4j.app;

import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.images.PixelReplacement;
import org.salient4j.benchmarks.images.Roar;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.images.RoarReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removal with retraining. */
@Command(
        name = "figure-4",
        description = {
            "What is left where the most salient pixels are gone? Figure 4, by retraining.",
            "",
            "Accuracy with pixels replaced as the data has them (IID), by the image's mean (OOD),"
                    + " and by",
            "the mean with a fresh network trained on what is left (ROAR), at every level; of"
                    + " standard",
            "training, by gradients and at random, with 3 seeds.",
            "",
            "Every level, method and seed is a training of its own, kept in DIR whatever ends the"
                    + " run:",
            "go on with --resume. With 60,000 images that is hours; --quick or --train-samples make"
                    + " it",
            "less."
        },
        footer = {
            "  salient4j reproduce figure-4 --quick --out runs/quick",
            "  salient4j reproduce figure-4 --train-samples 10000 --methods gradient,random \\",
            "      --levels 0,3,6,9 --out runs/roar"
        })
final class FigureFourCommand extends ExperimentCommand {

    @Option(
            names = "--data",
            paramLabel = "NAME|DIR",
            defaultValue = "mnist",
            description =
                    "mnist, fashion-mnist, generated-shapes or a folder or zip of your own"
                            + " (default: ${DEFAULT-VALUE}).")
    private String data;

    @Mixin private OwnImageOptions own;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = Images.MNIST_CNN,
            description = "An architecture for images (default: ${DEFAULT-VALUE}).")
    private String network;

    @Option(
            names = "--levels",
            split = ",",
            paramLabel = "N",
            description = "Shares of removed pixels, in tenths, rising (default: 0 to 9).")
    private List<Integer> levels;

    @Option(
            names = "--replacement",
            paramLabel = "NAME",
            description = "corner, mean, constant:X or noise:X, for retraining (default: mean).")
    private PixelReplacement replacement;

    @Mixin private ImageGridOptions images;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new RoarReport()),
                grid.directory(),
                grid.resume());
    }

    private Roar experiment() {
        ImageSource source = own.source(data);
        Map<String, String> changes = images.changes(grid);
        Roar usual = images.quick() ? Roar.quick(source, network) : new Roar();
        return new Roar(
                images.preset(),
                source,
                network,
                images.methods(usual.methods()),
                images.trainings(usual.trainings()),
                given(levels, usual.levels()),
                given(replacement, usual.replacement()),
                grid.seeds(usual.seeds()),
                changes);
    }
}
