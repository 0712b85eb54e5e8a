package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.images.ImagesReport;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.images.ImageSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Image classifiers on any images. */
@Command(
        name = "images",
        description = {
            "Saliency guided training of image classifiers, on any images: accuracy, sparseness of",
            "gradients, and accuracy as the most salient pixels are removed.",
            "",
            "MNIST and Fashion-MNIST are brought by 'salient4j data fetch'. Folders of your own may be in",
            "CIFAR-10's binary layout, a folder of image files a class, or .npy, and keep their own name.",
            "Without data, generated-shapes are drawn, of which the telling pixels are known; no result",
            "on them is one on photographs.",
            "",
            "Finished networks are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j benchmark images --quick --data generated-shapes --out runs/shapes",
            "  salient4j benchmark images --data mnist,fashion-mnist --train-samples 10000 --out runs/two",
            "  salient4j benchmark images --data cifar-10-batches-bin --epochs 10 --out runs/cifar"
        })
final class ImagesCommand extends ExperimentCommand {

    @Option(
            names = "--data",
            split = ",",
            defaultValue = "mnist",
            paramLabel = "NAME|DIR",
            description =
                    "mnist, fashion-mnist, generated-shapes or a folder or zip of your own, several"
                            + " with commas (default: ${DEFAULT-VALUE}).")
    private List<String> data;

    @Option(
            names = "--side",
            paramLabel = "N",
            description = "Image files of your own are resized to N x N (default: as they are).")
    private Integer side;

    @Option(
            names = "--networks",
            split = ",",
            defaultValue = Images.MNIST_CNN,
            paramLabel = "NAME",
            description =
                    "Architectures, with presets, several with commas; a network for series reads"
                            + " grey images as series (default: ${DEFAULT-VALUE}).")
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
        if (side != null && side < 1) {
            throw new InvalidInputException("--side must be at least 1, was " + side);
        }
        ImageSize size = side == null ? null : new ImageSize(side, side);
        return new Images(
                images.preset(),
                data.stream().map(each -> ImageSource.of(each, size).require()).toList(),
                networks,
                images.trainings(List.of(ImageTraining.values())),
                images.seeds(grid, 3),
                images.methods(List.of()),
                images.changes(grid));
    }
}
