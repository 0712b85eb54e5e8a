package org.salient4j.benchmarks.report.xcebra;

import java.nio.file.Path;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.xcebra.EncoderTraining;

/** Writes reports of made-up results, to be looked at: {@code MadeUpXcebraPreview FOLDER}. */
final class MadeUpXcebraPreview {

    private MadeUpXcebraPreview() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        write(folder.resolve("usual.html"), new MadeUpXcebra());
        write(
                folder.resolve("sweep.html"),
                new MadeUpXcebra()
                        .recordings("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
                        .lambdas(0.0, 0.01, 0.03, 0.1, 0.3, 1.0)
                        .trainings(EncoderTraining.CONTRASTIVE, EncoderTraining.SUPERVISED));
        write(
                folder.resolve("partial.html"),
                new MadeUpXcebra()
                        .r2(cell -> cell.seed() == 2 ? 0.6 : 0.98)
                        .missing(cell -> cell.training() == EncoderTraining.SUPERVISED)
                        .failing(
                                cell -> cell.seed() == 1 && cell.lambda() > 0,
                                "DivergedTrainingException: made-up, the loss is NaN at step 3"));
        write(
                folder.resolve("one.html"),
                new MadeUpXcebra().recordings("seed0").lambdas(0.0).file("data/seed0.csv"));
    }

    private static void write(Path file, MadeUpXcebra run) {
        ReportWriter.write(file, new XcebraReport().page(run.build()));
    }
}
