package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.Images;
import picocli.CommandLine.Command;

/** The digits of the paper: accuracy, gradients, curves and areas. */
@Command(
        name = "mnist",
        description = {
            "Does saliency guided training of a digits' network keep its accuracy, make its"
                    + " gradients sparse, and make saliency find what it needs?",
            "Tables 3 and 4, figures 2, 7 and 10.",
            "",
            "Trains the paper's network on MNIST, standard, saliency guided, and fine-tuned from",
            "standard, with 3 seeds, removes pixels by six attribution methods and at random, and",
            "answers the claims. 'salient4j data fetch mnist' brings the images.",
            "",
            "Finished networks are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j reproduce mnist --quick --out runs/quick",
            "  salient4j reproduce mnist --out runs/mnist",
            "  salient4j reproduce mnist --seeds 5 --epochs 10 --set fineTuning.epochs=5 --out"
                    + " runs/long"
        })
final class MnistCommand extends ImageExperimentCommand {

    @Override
    Images experiment() {
        return experiment(
                List.of(ImageSource.mnist().require()), List.of(Images.MNIST_CNN), Usual.of());
    }
}
