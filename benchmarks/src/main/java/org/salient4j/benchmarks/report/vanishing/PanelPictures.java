package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.PictureGrid;
import org.salient4j.benchmarks.report.SaliencyImage;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.synthetic.BoxPosition;

/** The saliency maps of a panel's first seed, trainings side by side. */
final class PanelPictures {

    private static final String AXES =
            " Time runs from left to right, features from top to bottom; every picture is scaled to"
                    + " its own maximum.";

    private final VanishingPanel panel;
    private final GateRule gate;
    private final List<TrainingKind> trainings;

    PanelPictures(VanishingPanel panel, GateRule gate) {
        this.panel = panel;
        this.gate = gate;
        this.trainings = panel.trainings();
    }

    List<Block> blocks() {
        List<PictureGrid.Row> means = new ArrayList<>();
        List<PictureGrid.Row> examples = new ArrayList<>();
        for (BoxPosition position : panel.positions()) {
            String box = Words.capital(Words.of(position)) + " box";
            long seed = firstSeed(position);
            means.add(row(position, seed, box, r -> Optional.of(r.meanMap())));
            for (int i = 0; i < exampleCount(position, seed); i++) {
                int at = i;
                examples.add(
                        row(
                                position,
                                seed,
                                box + ", test sample " + (i + 1),
                                r -> r.examples().stream().skip(at).findFirst()));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(grid("Mean saliency map of the test samples, each of mass 1, one seed.", means));
        if (!examples.isEmpty()) {
            blocks.add(
                    new Fold(
                            "Single test samples",
                            List.of(grid("Saliency maps of single test samples.", examples))));
        }
        return blocks;
    }

    private PictureGrid grid(String what, List<PictureGrid.Row> rows) {
        return new PictureGrid(
                what + AXES, trainings.stream().map(Words::of).map(Words::capital).toList(), rows);
    }

    /** The first seed that has a result of any training, so that a row shows one data set. */
    private long firstSeed(BoxPosition position) {
        return trainings.stream()
                .map(training -> panel.group(position, training))
                .flatMap(group -> group.results().keySet().stream())
                .min(Long::compare)
                .orElse(0L);
    }

    private int exampleCount(BoxPosition position, long seed) {
        return trainings.stream()
                .flatMap(training -> panel.group(position, training).result(seed).stream())
                .mapToInt(result -> result.examples().size())
                .max()
                .orElse(0);
    }

    private PictureGrid.Row row(
            BoxPosition position,
            long seed,
            String label,
            Function<VanishingResult, Optional<SaliencyPicture>> picture) {
        List<SaliencyImage> images = new ArrayList<>();
        for (TrainingKind training : trainings) {
            Optional<VanishingResult> result = panel.group(position, training).result(seed);
            images.add(
                    result.flatMap(picture)
                            .map(p -> image(p, label, training, result.orElseThrow()))
                            .orElse(null));
        }
        return new PictureGrid.Row(label, images);
    }

    private SaliencyImage image(
            SaliencyPicture picture, String label, TrainingKind training, VanishingResult result) {
        String inside =
                result.massInBox() == null
                        ? "all maps are zero"
                        : IntervalCell.number(100 * result.massInBox(), 1) + "\u00a0% in the box";
        String accuracy = IntervalCell.number(100 * result.testAccuracy(), 1) + "\u00a0%";
        if (!gate.learned(result.testAccuracy())) {
            accuracy += ": did not learn";
        }
        String alt =
                String.format(
                        Locale.ROOT,
                        "Saliency map: %s, %s training, %s; mean mass over all test samples: %s",
                        label,
                        Words.of(training),
                        picture.title(),
                        inside);
        String title =
                label.contains(",") ? picture.title() : inside + ", test accuracy " + accuracy;
        return SaliencyImage.of(picture, title, alt);
    }
}
