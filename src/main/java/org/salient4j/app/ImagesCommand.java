package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.images.Images;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Image classifiers on any images. */
@Command(
        name = "images",
        description = {
            "Saliency guided training of image classifiers, on any images: accuracy, sparseness of"
                    + " gradients, and accuracy as the most salient pixels are removed.",
            "",
            "By default standard, fine-tuned and saliency guided training, six methods and random",
            "rankings, with 3 seeds; --quick has one.",
            "",
            "MNIST and Fashion-MNIST are brought by 'salient4j data fetch'. Folders of your own may"
                    + " be in",
            "CIFAR-10's binary layout, a folder of image files a class, or .npy, and keep their own"
                    + " name.",
            "Without data, generated-shapes are drawn, of which the telling pixels are known; no"
                    + " result",
            "on them is one on photographs.",
            "",
            "Finished networks are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j benchmark images --quick --data generated-shapes --out runs/shapes \\",
            "      --set options.learningRate=5e-4 --set fineTuning.learningRate=5e-4",
            "  salient4j benchmark images --data mnist,fashion-mnist --train-samples 10000 --out"
                    + " runs/two",
            "  salient4j benchmark images --data cifar-10-batches-bin --epochs 10 --out runs/cifar"
        })
final class ImagesCommand extends ImageExperimentCommand {

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
            names = "--networks",
            split = ",",
            defaultValue = Images.MNIST_CNN,
            paramLabel = "NAME",
            description =
                    "Architectures, with presets, several with commas; a network for series reads"
                            + " grey images as series (default: ${DEFAULT-VALUE}).")
    private List<String> networks;

    @Mixin private OwnImageOptions own;

    @Override
    Images experiment() {
        return experiment(data.stream().map(own::source).toList(), networks, Usual.of());
    }
}
