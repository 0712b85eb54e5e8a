package org.salient4j.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.images.ImagesReport;
import picocli.CommandLine.Mixin;

/** What the commands share that train image classifiers, explain them and remove pixels. */
abstract class ImageExperimentCommand extends ExperimentCommand {

    @Mixin private ImageGridOptions images;

    @Mixin private GridOptions grid;

    /** The networks, and on what. */
    abstract Images experiment();

    @Override
    public final Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new ImagesReport()),
                grid.directory(),
                grid.resume());
    }

    /**
     * The experiment with what the options say.
     *
     * @param data what networks are trained on
     * @param networks which
     * @param usual what holds where no option says otherwise
     */
    Images experiment(List<ImageSource> data, List<String> networks, Usual usual) {
        Map<String, String> changes = new LinkedHashMap<>();
        if (!images.quick()) {
            changes.putAll(usual.changes());
        }
        changes.putAll(images.changes(grid));
        return new Images(
                images.preset(),
                data,
                networks,
                images.trainings(usual.trainings()),
                images.seeds(grid, usual.seeds()),
                images.methods(usual.methods()),
                changes);
    }

    /**
     * What a command does where no option says otherwise.
     *
     * @param trainings how networks are trained
     * @param seeds how many
     * @param methods names of the methods; none for all
     * @param changes of the preset, but not of the quick one
     */
    record Usual(
            List<ImageTraining> trainings,
            int seeds,
            List<String> methods,
            Map<String, String> changes) {

        /** Every training, 3 seeds. */
        static Usual of(String... methods) {
            return new Usual(List.of(ImageTraining.values()), 3, List.of(methods), Map.of());
        }
    }
}
