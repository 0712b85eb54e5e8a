package org.salient4j.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.timeseries.TimeSeriesReport;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.benchmarks.timeseries.comparison.ComparisonCsv;
import org.salient4j.benchmarks.timeseries.comparison.ComparisonJson;
import org.salient4j.benchmarks.timeseries.comparison.ComparisonText;
import org.salient4j.benchmarks.timeseries.comparison.PaperComparison;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stands results beside published ones. */
@Command(
        name = "compare",
        description = {
            "Stand results of 'benchmark time-series' beside the paper's.",
            "",
            "Prints what the paper claims and whether it holds here, table 2 and a summary; what",
            "was not measured is shown as missing. The paper does not say which of two orders it",
            "masks in: both guided trainings stand beside its one.",
            "",
            "A claim is one or several mean differences, paired by seed. It is held if the 95 %%",
            "interval over seeds of each lies wholly on the claimed side, not held if that of any",
            "lies wholly on the other at the level 1 - 0.05/m for m of them, undecided otherwise,",
            "so with fewer than two seeds and where some are missing. The folder is only read."
        },
        footer = {
            "  salient4j compare runs/paper --paper",
            "  salient4j compare runs/paper --paper --table 9,10",
            "  salient4j compare runs/paper --paper --all --json compare.json --csv compare.csv"
        })
final class CompareCommand extends LibraryCommand {

    @Parameters(paramLabel = "DIR", description = "The folder of results.")
    private Path directory;

    @Option(
            names = "--paper",
            description = "Compare with tables 2 and 7 to 11 of Ismail et al., NeurIPS 2021.")
    private boolean paper;

    @Option(
            names = "--table",
            split = ",",
            paramLabel = "N",
            description = "Print only these tables: 2, 7, 8, 9, 10 or 11.")
    private List<Integer> tables = new ArrayList<>();

    @Option(
            names = "--all",
            description = "Print all tables, and the tests of both trainings over data sets.")
    private boolean all;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write claims, values, tests and rankings of methods there.")
    private Path json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write one row for every published number and training there.")
    private Path csv;

    @Option(names = "--force", description = "Replace FILE if it is there already.")
    private boolean force;

    @Override
    public Integer call() {
        if (!paper) {
            throw new InvalidInputException(
                    "compare with what? --paper is possible: the numbers of the paper");
        }
        if (all && !tables.isEmpty()) {
            throw new InvalidInputException("choose either --all or --table");
        }
        requireWritable(json);
        requireWritable(csv);
        ReportedRun<TimeSeriesCell, TimeSeriesResult> run = read();
        PaperComparison comparison = PaperComparison.of(run);
        List<String> lines = lines(new ComparisonText(comparison));
        if (json != null) {
            AtomicFile.write(json, Json.pretty(ComparisonJson.of(comparison)));
        }
        if (csv != null) {
            AtomicFile.write(csv, ComparisonCsv.of(comparison));
        }
        lines.forEach(this::print);
        return DONE;
    }

    private List<String> lines(ComparisonText text) {
        List<String> lines = new ArrayList<>(text.heading());
        if (tables.isEmpty()) {
            lines.add("");
            lines.addAll(all ? text.all() : text.brief());
        }
        for (int table : tables) {
            lines.add("");
            lines.addAll(text.table(table));
        }
        return lines;
    }

    private ReportedRun<TimeSeriesCell, TimeSeriesResult> read() {
        ExperimentCard card = ExperimentCard.read(directory);
        if (!card.experiment().equals(TimeSeries.NAME)) {
            throw new InvalidInputException(
                    "%s holds the experiment '%s': only '%s' can be compared with the paper"
                            .formatted(directory, card.experiment(), TimeSeries.NAME));
        }
        ReportedRun<TimeSeriesCell, TimeSeriesResult> run = new TimeSeriesReport().read(directory);
        run.damaged().forEach(file -> remark(file.message()));
        return run;
    }

    private void requireWritable(Path file) {
        if (file == null) {
            return;
        }
        OutputFile.requireFolder(file);
        if (!force) {
            OutputFile.requireFree(file);
        }
    }
}
