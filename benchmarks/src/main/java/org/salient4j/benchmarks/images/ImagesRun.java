package org.salient4j.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.benchmarks.measurement.MethodSuite;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.images.ImageTrainingData;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Epoch;
import org.salient4j.framework.training.Evaluation;

/** Trains one network and measures it. */
final class ImagesRun {
    private final ImagesCell cell;
    private final ImageNetworkTraining training;

    ImagesRun(ImagesCell cell) {
        this.cell = cell;
        this.training = ImageNetworkTraining.of(cell);
    }

    ImagesResult run(CellContext context) throws InterruptedException {
        context.tick("images");
        Seed seed = Seed.of(cell.seed());
        try (ImageTask task = ImageTask.open(cell.data(), cell.setup(), seed)) {
            // What cannot be explained is refused before the time of a training is spent.
            MethodSuite methods =
                    new MethodSuite(
                            MethodSettings.methods(cell.setup().methods()), training.start(), seed);
            methods.tryAll(cell.network());
            context.tick("training");
            ImageFit base =
                    cell.training() == ImageTraining.SALIENCY_GUIDED
                            ? training.saliencyGuided(task, context)
                            : training.standard(task, context);
            boolean tuned = cell.training() == ImageTraining.FINE_TUNED;
            if (tuned) {
                context.tick("fine-tuning");
            }
            ImageFit fit = tuned ? training.fineTuned(base, task, context) : base;
            Network network = training.at(fit);
            context.tick("test images");
            Evaluation test = evaluate(network, task);
            ImageMeasurement measured =
                    new ImageMeasurement(cell.setup(), network, methods.refused(), task, seed);
            measured.run(context);
            List<Epoch> history = new ArrayList<>(base.history());
            if (tuned) {
                history.addAll(fit.history());
            }
            return new ImagesResult(
                    task.train().size(),
                    task.test().size(),
                    test.accuracy(),
                    test.loss(),
                    history,
                    cell.training() == ImageTraining.SALIENCY_GUIDED ? 0 : base.history().size(),
                    base.updates() + (tuned ? fit.updates() : 0),
                    measured.drops(),
                    measured.gradients(),
                    measured.truth(),
                    measured.images(),
                    measured.maps(),
                    measured.refused(),
                    new ImageSeconds(
                            tuned ? base.seconds() : 0, fit.seconds(), measured.seconds()));
        }
    }

    static Evaluation evaluate(Network network, ImageTask task) {
        if (!ImageNetworkTraining.series(network)) {
            return new ImageTrainingData(task.test()).evaluate(network);
        }
        Examples test = task.test(0, task.test().size(), true);
        return Evaluation.of(network, test);
    }
}
