package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.images.ImagesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Table 4 of the paper: areas by training. */
@Command(
        name = "table-4",
        description = {
            "Does the area below the accuracy, pixels removed by their gradients, fall from standard",
            "over fine-tuned to saliency guided training? Table 4, on MNIST.",
            "",
            "The same networks as 'reproduce mnist', with gradients and random rankings only. A folder",
            "of 'reproduce mnist' holds this table too.",
            "",
            "Finished networks are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j reproduce table-4 --quick --out runs/quick",
            "  salient4j reproduce table-4 --seeds 5 --out runs/table-4"
        })
final class TableFourCommand extends ExperimentCommand {

    @Mixin private ImageGridOptions images;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new ImagesReport()),
                grid.directory(),
                grid.resume());
    }

    private Images experiment() {
        return new Images(
                images.preset(),
                List.of(ImageSource.mnist().require()),
                List.of(Images.MNIST_CNN),
                images.trainings(List.of(ImageTraining.values())),
                images.seeds(grid, 3),
                images.methods(List.of("gradient")),
                images.changes(grid));
    }
}
