package org.salient4j.app;

import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.Images;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Digits read as series. */
@Command(
        name = "mnist-series",
        description = {
            "What do networks for series see in digits? Figures 5 and 11 to 13.",
            "",
            "MNIST as series of 28 steps, the columns, of 28 features, the rows, for a temporal",
            "convolutional network, an LSTM with input-cell attention and a Transformer, standard"
                    + " and",
            "saliency guided, with the maps of every method side by side.",
            "",
            "By default 10,000 training images and one seed: pictures, not claims.",
            "Finished networks are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j reproduce mnist-series --quick --out runs/quick",
            "  salient4j reproduce mnist-series --networks tcn/mnist-series --train-samples 0 --out"
                    + " runs/tcn"
        })
final class MnistSeriesCommand extends ImageExperimentCommand {
    private static final Usual USUAL =
            new Usual(
                    List.of(ImageTraining.STANDARD, ImageTraining.SALIENCY_GUIDED),
                    1,
                    List.of(),
                    Map.of("trainImages", "10000", "explained", "1000"));

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "NAME",
            description =
                    "One or several with commas (default: tcn/mnist-series,"
                            + " lstm-input-cell/mnist-series and transformer/mnist-series).")
    private List<String> networks;

    @Override
    Images experiment() {
        return experiment(
                List.of(ImageSource.mnist().require()), given(networks, Images.SERIES), USUAL);
    }
}
