package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.framework.Seed;
import org.salient4j.framework.images.ImageData;
import org.salient4j.framework.images.ImageShape;
import org.salient4j.framework.images.ImageTrainingData;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.training.LabelledData;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingData;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/**
 * Trains the networks of a seed: all of them start from the same values and see the images in the
 * same order.
 *
 * @param data the images' source
 * @param network full name of the architecture
 * @param settings all settings of the network
 * @param seed of start values, order, dropout and masks
 * @param setup how they are trained
 */
record ImageNetworkTraining(
        ImageSource data, String network, JsonNode settings, Seed seed, ImageSetup setup) {

    static ImageNetworkTraining of(ImagesCell cell) {
        return new ImageNetworkTraining(
                cell.data(),
                cell.network(),
                cell.architecture(),
                Seed.of(cell.seed()),
                cell.setup());
    }

    /**
     * An architecture for images: its sizes are those of the images, where it has such components.
     *
     * @param name with its preset
     */
    static Architecture fitted(String name, ImageShape shape, int classes) {
        Architecture prototype = Networks.named(name);
        JsonNode components = Json.tree(prototype);
        Map<String, String> sizes = new LinkedHashMap<>();
        sizes.put("channels", Integer.toString(shape.channels()));
        sizes.put("height", Integer.toString(shape.height()));
        sizes.put("width", Integer.toString(shape.width()));
        if (components.has("timeSteps")) {
            sizes.clear(); // the channels of a series network are its own
            sizes.put("timeSteps", Integer.toString(shape.width()));
            sizes.put("features", Integer.toString(shape.height()));
        }
        sizes.put("classes", Integer.toString(classes));
        sizes.keySet().removeIf(component -> !components.has(component));
        return Json.withSettings(prototype, "network '" + name + "'", sizes);
    }

    /** The network with fresh start values. */
    Network start() {
        Architecture named = Networks.named(network);
        Architecture architecture =
                Json.convert(settings, named.getClass(), "settings of the network " + network);
        return Network.initialise(architecture, DataType.FLOAT, seed);
    }

    /** The network with the parameters of a training. */
    Network at(ImageFit fit) {
        Network trained = start();
        trained.parameters().assign(fit.parameters());
        return trained;
    }

    /**
     * Trains on the images of the cell, or finds the training where it was made before.
     *
     * @param task the images
     * @throws InterruptedException if the calling thread was interrupted
     */
    ImageFit standard(ImageTask task, CellContext context) throws InterruptedException {
        return SharedFits.of(
                key(ImageTraining.STANDARD),
                () -> on(task, task.train(), ImageTraining.STANDARD, context));
    }

    /** The same, saliency guided. */
    ImageFit saliencyGuided(ImageTask task, CellContext context) throws InterruptedException {
        return SharedFits.of(
                key(ImageTraining.SALIENCY_GUIDED),
                () -> on(task, task.train(), ImageTraining.SALIENCY_GUIDED, context));
    }

    /** Goes on from a standard training, saliency guided, with a fresh state of the optimiser. */
    ImageFit fineTuned(ImageFit standard, ImageTask task, CellContext context) {
        Network network = at(standard);
        Seed tuning = seed.child("fine-tuning");
        return guided(
                network,
                data(network, task, task.train()),
                new Trainer(setup.fineTuning(), tuning).withProgress(context.progress()),
                tuning);
    }

    /**
     * Trains from fresh start values.
     *
     * @param task says how its images are augmented
     * @param images those of the task, or what is left of them
     * @param training not fine-tuned
     */
    ImageFit on(ImageTask task, ImageData images, ImageTraining training, CellContext context) {
        Network network = start();
        TrainingData data = data(network, task, images);
        Trainer trainer = new Trainer(setup.options(), seed).withProgress(context.progress());
        return training == ImageTraining.STANDARD
                ? ImageFit.of(network, trainer.fit(network, new StandardObjective(), data, null))
                : guided(network, data, trainer, seed);
    }

    private ImageFit guided(Network network, TrainingData data, Trainer trainer, Seed from) {
        TrainingResult result =
                trainer.fit(
                        network,
                        new SaliencyGuidedObjective(setup.guidance().detach()),
                        data,
                        null,
                        new SaliencyGuidedListener(network, setup.guidance(), from));
        return ImageFit.of(network, result);
    }

    /** Images batch by batch; series all at once, which are turned once and not every epoch. */
    private static TrainingData data(Network network, ImageTask task, ImageData images) {
        return series(network)
                ? new LabelledData(ImageSeries.of(images.examples()))
                : new ImageTrainingData(images, task.augmentation());
    }

    /** Whether a network reads images as series. */
    static boolean series(Network network) {
        return series(network.inputShape());
    }

    /** The same by what a network takes, [T, F] or [C, H, W]. */
    static boolean series(long... inputShape) {
        return inputShape.length == 2;
    }

    private String key(ImageTraining training) {
        return Json.canonical(
                Arrays.asList(
                        data,
                        network,
                        settings,
                        seed.value(),
                        training,
                        setup.trainImages(),
                        setup.testImages(),
                        setup.augmentation(),
                        setup.options(),
                        setup.guidance()));
    }
}
