package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.xcebra.XcebraReport;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.Xcebra;
import org.salient4j.framework.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The xCEBRA experiment. */
@Command(
        name = "xcebra",
        description = {
            "Do attribution maps of encoders show which latents drive which neurons?",
            "Trains encoders on recordings of which that is known, contrastively, supervised and not at",
            "all, with and without a penalty on the Jacobian, explains them by every attribution method",
            "and scores the maps against the truth.",
            "",
            "Three recordings are drawn, or as many as --seeds says. With --reference they are read from",
            "CSV files with the latents in columns z0..z5 and the neurons in x0..x49, or other even",
            "numbers of them: the first half of the latents is not observed and drives all neurons, the",
            "second half is what the labels are and drives the second half of the neurons.",
            "",
            "Finished trainings are kept in DIR, whatever ends the run: go on with --resume. The table",
            "of results is DIR/xcebra.csv, a row an encoder and method."
        },
        footer = {
            "  salient4j reproduce xcebra --quick --out runs/quick",
            "  salient4j reproduce xcebra --reference seed0.csv,seed1.csv,seed2.csv --out runs/same",
            "  salient4j reproduce xcebra --trainings contrastive --lambdas 0,0.01,0.1,1 \\",
            "      --seeds 5 --set steps=3000 --out runs/sweep"
        })
final class XcebraCommand extends ExperimentCommand {

    @Option(
            names = "--quick",
            description =
                    "The small form: 2 + 2 latents, 10 + 10 neurons and smaller encoders; other options"
                            + " change it.")
    private boolean quick;

    @Option(
            names = "--reference",
            split = ",",
            paramLabel = "FILE",
            description =
                    "Recordings to read instead of drawing them: CSV files, several with commas, by"
                            + " whose names results are called.")
    private List<String> references;

    @Option(
            names = "--trainings",
            split = ",",
            paramLabel = "NAME",
            description =
                    "contrastive, supervised, untrained, several with commas (default: all). What is"
                            + " not trained is explained once, whatever the weights.")
    private List<EncoderTraining> trainings;

    @Option(
            names = "--lambdas",
            split = ",",
            paramLabel = "W",
            description = "Weights of the penalty, rising, with commas (default: 0,0.1).")
    private List<Double> lambdas;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new XcebraReport()),
                grid.directory(),
                grid.resume());
    }

    private Xcebra experiment() {
        if (references != null && grid.hasSeeds()) {
            throw new InvalidInputException(
                    "--seeds says how many recordings are drawn, --reference reads them from files:"
                            + " leave one of the two out");
        }
        Xcebra usual = new Xcebra();
        return new Xcebra(
                references == null ? usual.references() : references,
                grid.seeds(usual.seeds()),
                trainings == null ? usual.trainings() : trainings,
                lambdas == null ? usual.lambdas() : lambdas,
                quick,
                grid.changes());
    }
}
