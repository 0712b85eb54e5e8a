package org.salient4j.benchmarks.images;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.images.ImageData;
import org.salient4j.framework.images.ImageTrainingData;
import org.salient4j.framework.network.Network;

/** Explains a network, takes the most salient pixels from every image, and trains again. */
final class RoarRun {
    private static final int PART = 500;

    private final RoarCell cell;
    private final ImageNetworkTraining training;
    private final Seed seed;

    RoarRun(RoarCell cell) {
        this.cell = cell;
        this.seed = Seed.of(cell.seed());
        this.training =
                new ImageNetworkTraining(
                        cell.data(), cell.network(), cell.architecture(), seed, cell.setup());
    }

    RoarResult run(CellContext context) throws InterruptedException {
        context.tick("images");
        try (ImageTask task = ImageTask.open(cell.data(), cell.setup(), seed)) {
            context.tick("the network that is explained");
            ImageFit base =
                    cell.training() == ImageTraining.STANDARD
                            ? training.standard(task, context)
                            : training.saliencyGuided(task, context);
            Network network = training.at(base);
            List<BitSet> ofTest = removed(network, task.test(), "test", context);
            Map<String, Double> kept = new LinkedHashMap<>();
            for (PixelReplacement replacement : cell.setup().replacements()) {
                ImageData left = left(task.test(), ofTest, replacement, "test");
                kept.put(replacement.toString(), accuracy(network, left));
            }
            double retrained;
            int epochs = 0;
            double seconds = 0;
            ImageData testLeft = left(task.test(), ofTest, cell.replacement(), "test");
            if (cell.tenths() == 0) {
                retrained = accuracy(network, testLeft);
            } else {
                List<BitSet> ofTrain = removed(network, task.train(), "train", context);
                context.tick("retraining");
                ImageFit fit =
                        training.on(
                                task,
                                left(task.train(), ofTrain, cell.replacement(), "train"),
                                cell.training(),
                                context);
                retrained = accuracy(training.at(fit), testLeft);
                epochs = fit.history().size();
                seconds = fit.seconds();
            }
            return new RoarResult(
                    retrained, kept, task.train().size(), task.test().size(), epochs, seconds);
        }
    }

    private ImageData left(
            ImageData images, List<BitSet> removed, PixelReplacement replacement, String part) {
        return RemovedPixels.from(
                images, removed, replacement, seed.child("replacement").child(part));
    }

    private static double accuracy(Network network, ImageData images) {
        return new ImageTrainingData(images).evaluate(network).accuracy();
    }

    /** The most salient pixels of every image, of its true class. */
    private List<BitSet> removed(
            Network network, ImageData images, String part, CellContext context)
            throws InterruptedException {
        PixelLayout layout = PixelLayout.of(network.inputShape());
        int count = DropCurve.removed(cell.tenths(), layout.pixels());
        Seed ofPart = seed.child("attribution").child(cell.method()).child(part);
        List<BitSet> removed = new ArrayList<>();
        boolean random = cell.method().equals(ImagesResult.RANDOM);
        AttributionMethod method =
                random
                        ? null
                        : MethodSettings.method(
                                cell.method(), cell.setup().methods().get(cell.method()));
        for (int from = 0; from < images.size(); from += PART) {
            int to = Math.min(images.size(), from + PART);
            context.tick("%s of %s images %d to %d".formatted(cell.method(), part, from, to));
            if (count == 0 || random) {
                for (int i = from; i < to; i++) {
                    removed.add(
                            RemovedPixels.top(PixelRanking.random(layout, ofPart.child(i)), count));
                }
                continue;
            }
            Examples some = images.examples(IntStream.range(from, to).toArray());
            double[] values =
                    HostArray.doubles(
                            method.attribute(network, some.x(), some.labels(), ofPart).values());
            for (int i = 0; i < some.size(); i++) {
                int[] ranking = PixelRanking.of(values, i * layout.cells(), layout);
                removed.add(RemovedPixels.top(ranking, count));
            }
        }
        return removed;
    }
}
