package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridAxis;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.zoo.Architecture;

/**
 * Does saliency guided training of image classifiers keep accuracy, make gradients sparse, and make
 * saliency find what the network needs (Ismail et al., NeurIPS 2021, figures 2, 5, 10 to 13 and
 * table 4)? Data sets × networks × trainings × seeds, a training each.
 *
 * @param preset the protocol
 * @param data what networks are trained on
 * @param networks names of the architectures, with presets; a series network reads images as series
 * @param trainings how they are trained
 * @param seeds how many seeds, 1, 2, …
 * @param methods the methods to measure, of the preset's; empty for all of them
 * @param changes what is set otherwise than the preset has it: component of {@link ImageSetup}
 *     ({@code options.epochs}) to value
 */
public record Images(
        String preset,
        List<ImageSource> data,
        List<String> networks,
        List<ImageTraining> trainings,
        int seeds,
        List<String> methods,
        Map<String, String> changes)
        implements Experiment<ImagesCell, ImagesResult> {
    /** Name of the experiment. */
    public static final String NAME = "images";

    /** The network of the paper's code. */
    public static final String MNIST_CNN = "mnist-cnn";

    /** The networks that read digits as series. */
    public static final List<String> SERIES =
            List.of("tcn/mnist-series", "lstm-input-cell/mnist-series", "transformer/mnist-series");

    /** Digits, the paper's network, every training, 3 seeds. */
    public Images() {
        this(
                "usual",
                List.of(ImageSource.mnist()),
                List.of(MNIST_CNN),
                List.of(ImageTraining.values()),
                3,
                List.of(),
                Map.of());
    }

    /** Validates the names and settings. */
    public Images {
        data = GridAxis.of("data set", data);
        requireNamesApart(data);
        networks = GridAxis.of("network", networks);
        networks.forEach(Networks::named);
        trainings = GridAxis.of("training", trainings);
        methods = List.copyOf(methods);
        changes = changes == null ? Map.of() : Map.copyOf(changes);
        if (seeds < 1) {
            throw new InvalidInputException("seeds must be at least 1, was " + seeds);
        }
        requireAsTheyAre(networks, setup(preset, methods, changes));
    }

    private static void requireAsTheyAre(List<String> networks, ImageSetup setup) {
        for (String network : networks) {
            if (setup.augmentation() != ImageAugmentation.NONE
                    && ImageNetworkTraining.series(Networks.named(network).inputShape())) {
                throw new InvalidInputException(
                        network
                                + " reads images as series, which are not augmented: leave out this"
                                + " network or set augmentation=none");
            }
        }
    }

    /** Tables and files tell data sets apart by their names. */
    private static void requireNamesApart(List<ImageSource> data) {
        Set<String> names = new HashSet<>();
        for (ImageSource source : data) {
            if (!names.add(source.name())) {
                throw new InvalidInputException(
                        "two data sets are called %s: rename the folder of one"
                                .formatted(source.name()));
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ImagesCell> cellType() {
        return ImagesCell.class;
    }

    @Override
    public Class<ImagesResult> resultType() {
        return ImagesResult.class;
    }

    @Override
    public List<ImagesCell> cells() {
        ImageSetup setup = setup(preset, methods, changes);
        List<ImagesCell> cells = new ArrayList<>();
        // Seed after seed: a run that is stopped has whole replications.
        for (long seed : LongStream.rangeClosed(1, seeds).toArray()) {
            for (ImageSource source : data) {
                for (String network : networks) {
                    for (ImageTraining training : trainings) {
                        cells.add(
                                new ImagesCell(
                                        source,
                                        network,
                                        settings(source, network),
                                        training,
                                        seed,
                                        setup));
                    }
                }
            }
        }
        return cells;
    }

    private static JsonNode settings(ImageSource source, String network) {
        Architecture fitted =
                ImageNetworkTraining.fitted(network, source.shape(), source.classes());
        return Json.tree(fitted);
    }

    @Override
    public ImagesResult run(ImagesCell cell, CellContext context) throws Exception {
        return new ImagesRun(cell).run(context);
    }

    /** The settings of a preset with changes. */
    static ImageSetup setup(String preset, List<String> methods, Map<String, String> changes) {
        ImageSetup base = ImagesPreset.named(preset).setup();
        ImageSetup setup = changes.isEmpty() ? base : base.with("preset '" + preset + "'", changes);
        if (methods.isEmpty()) {
            return setup;
        }
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        for (String method : GridAxis.of("method", methods)) {
            if (!setup.methods().containsKey(method)) {
                throw NearestName.unknown("method of the preset", method, setup.methods().keySet());
            }
            kept.put(method, setup.methods().get(method));
        }
        return setup.withMethods(kept);
    }
}
