package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridAxis;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.io.Json;

/**
 * Removal with retraining (ROAR, Hooker et al., NeurIPS 2019; figure 4 of Ismail et al., NeurIPS
 * 2021): the most salient pixels are taken from every training and test image, and a network is
 * trained on what is left. Where it still classifies, they were not what tells the classes, or what
 * is left tells them too. Methods × trainings × levels × seeds, a retraining each.
 *
 * <p>Beside it is the accuracy of the network that was explained on the same images: what is lost
 * without retraining, to missing information and to images unlike any seen.
 *
 * @param preset the protocol
 * @param data what networks are trained on
 * @param network name of the architecture
 * @param methods whose rankings are tried; {@code random} for random ones
 * @param trainings standard, saliency guided or both
 * @param levels shares of removed pixels in tenths, rising
 * @param replacement of removed pixels
 * @param seeds how many seeds, 1, 2, …
 * @param changes what is set otherwise than the preset has it
 */
public record Roar(
        String preset,
        ImageSource data,
        String network,
        List<String> methods,
        List<ImageTraining> trainings,
        List<Integer> levels,
        PixelReplacement replacement,
        int seeds,
        Map<String, String> changes)
        implements Experiment<RoarCell, RoarResult> {
    /** Name of the experiment. */
    public static final String NAME = "roar";

    /** Every tenth, gradients and random rankings, standard training, 3 seeds. */
    public Roar() {
        this(
                "usual",
                ImageSource.mnist(),
                Images.MNIST_CNN,
                List.of(ImageMethods.GRADIENT, ImagesResult.RANDOM),
                List.of(ImageTraining.STANDARD),
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                PixelReplacement.mean(),
                3,
                Map.of());
    }

    /** Validates names, levels and settings. */
    public Roar {
        methods = GridAxis.of("method", methods);
        trainings = GridAxis.of("training", trainings);
        levels = GridAxis.of("level", levels);
        changes = changes == null ? Map.of() : Map.copyOf(changes);
        if (seeds < 1) {
            throw new InvalidInputException("seeds must be at least 1, was " + seeds);
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i) <= levels.get(i - 1)) {
                throw new InvalidInputException("levels must rise, were " + levels);
            }
        }
        if (levels.get(0) < 0 || levels.get(levels.size() - 1) >= DropCurve.LEVELS) {
            throw new InvalidInputException("levels must be in [0, 9], were " + levels);
        }
        if (trainings.contains(ImageTraining.FINE_TUNED)) {
            throw new InvalidInputException(
                    "trainings must be standard or saliency-guided: retraining begins at the start");
        }
        ImageSetup setup = Images.setup(preset, List.of(), changes);
        for (String method : methods) {
            if (!method.equals(ImagesResult.RANDOM) && !setup.methods().containsKey(method)) {
                throw NearestName.unknown("method", method, setup.methods().keySet());
            }
        }
        if (ImageNetworkTraining.fitted(network, data.shape(), data.classes()).inputShape().length
                != 3) {
            throw new InvalidInputException(
                    network
                            + " reads images as series: removal with retraining needs one that"
                            + " takes images");
        }
    }

    /** The small form: a few levels, one seed. */
    public static Roar quick(ImageSource data, String network) {
        Roar usual = new Roar();
        return new Roar(
                "quick",
                data,
                network,
                usual.methods(),
                usual.trainings(),
                List.of(0, 1, 3, 5, 7, 9),
                usual.replacement(),
                1,
                Map.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RoarCell> cellType() {
        return RoarCell.class;
    }

    @Override
    public Class<RoarResult> resultType() {
        return RoarResult.class;
    }

    @Override
    public List<RoarCell> cells() {
        ImageSetup setup = Images.setup(preset, List.of(), changes);
        JsonNode settings =
                Json.tree(ImageNetworkTraining.fitted(network, data.shape(), data.classes()));
        List<RoarCell> cells = new ArrayList<>();
        for (long seed : LongStream.rangeClosed(1, seeds).toArray()) {
            for (ImageTraining training : trainings) {
                for (String method : methods) {
                    for (int level : levels) {
                        cells.add(
                                new RoarCell(
                                        data,
                                        network,
                                        settings,
                                        method,
                                        training,
                                        level,
                                        replacement,
                                        seed,
                                        setup));
                    }
                }
            }
        }
        return cells;
    }

    @Override
    public RoarResult run(RoarCell cell, CellContext context) throws Exception {
        return new RoarRun(cell).run(context);
    }
}
