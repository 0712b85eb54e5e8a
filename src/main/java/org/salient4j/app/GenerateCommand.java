package org.salient4j.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.SeriesDirectory;
import org.salient4j.synthetic.Scaling;
import org.salient4j.synthetic.SeriesSize;
import org.salient4j.synthetic.SyntheticSpec;
import org.salient4j.synthetic.TimeSeriesLayout;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws synthetic series of which the telling cells are known. */
@Command(
        name = "generate",
        description = {
            "Draw labelled series whose salient cells are known.",
            "",
            "Writes DIR/{train,validation,test}/{x,y,truth}.npy: [N,T,F] float, [N] int, [N,T,F] bool;",
            "and DIR/dataset.json, which says how they were made."
        },
        footer = {
            "  salient4j generate --dataset middle --process gaussian --train 1000 --test 100 \\",
            "      --seed 7 --out data",
            "  salient4j generate --dataset moving-middle --process narma --process-set official=false \\",
            "      --inclusive --validation 200 --seed 7 --out data"
        })
final class GenerateCommand extends LibraryCommand {

    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "NAME",
            description = "Where the class is written ('salient4j list datasets').")
    private String dataset;

    @Option(
            names = "--process",
            defaultValue = "gaussian",
            paramLabel = "NAME",
            description = "What the series are before that (default: ${DEFAULT-VALUE}).")
    private String process;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the dataset, such as timeSize=20.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--process-set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the process, such as noise=0.1.")
    private final Map<String, String> processSettings = new LinkedHashMap<>();

    @Option(
            names = "--train",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Training samples (default: ${DEFAULT-VALUE}).")
    private int train;

    @Option(
            names = "--validation",
            defaultValue = "0",
            paramLabel = "N",
            description = "Validation samples (default: ${DEFAULT-VALUE}).")
    private int validation;

    @Option(
            names = "--test",
            defaultValue = "100",
            paramLabel = "N",
            description = "Test samples (default: ${DEFAULT-VALUE}).")
    private int test;

    @Option(
            names = "--time-steps",
            paramLabel = "T",
            description = "Time steps (default: as published, mostly 50).")
    private Integer timeSteps;

    @Option(
            names = "--features",
            paramLabel = "F",
            description = "Features (default: as published, mostly 50).")
    private Integer features;

    @Option(
            names = "--inclusive",
            description = "Moving boxes may start at the last position; published data never do.")
    private boolean inclusive;

    @Option(
            names = "--shift",
            defaultValue = "1",
            paramLabel = "X",
            description = "Added in the boxes, times the class's sign (default: ${DEFAULT-VALUE}).")
    private double shift;

    @Option(
            names = "--scaling",
            defaultValue = "min-max",
            paramLabel = "HOW",
            description = "none, min-max or standard, fitted on train (default: ${DEFAULT-VALUE}).")
    private Scaling scaling;

    @ArgGroup private Precision precision;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Same seed, same numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new or empty folder.")
    private Path out;

    @Override
    public Integer call() {
        TimeSeriesLayout layout = SyntheticSeries.layouts().configured(dataset, settings);
        SeriesSize usual = layout.usualSize();
        SyntheticSpec spec =
                new SyntheticSpec(
                        layout,
                        SyntheticSeries.processes().configured(process, processSettings),
                        new SeriesSize(
                                timeSteps == null ? usual.timeSteps() : timeSteps,
                                features == null ? usual.features() : features),
                        train,
                        validation,
                        test,
                        inclusive,
                        shift,
                        scaling,
                        Precision.of(precision, DataType.FLOAT));
        SeriesDirectory.write(out, SyntheticSeries.generate(spec, Seed.of(seed), commandLine()));
        remark("wrote " + out);
        return DONE;
    }
}
