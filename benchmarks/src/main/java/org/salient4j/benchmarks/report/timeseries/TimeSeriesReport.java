package org.salient4j.benchmarks.report.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.framework.io.Json;

/** The report of the time-series benchmark. */
public record TimeSeriesReport() implements ExperimentReport<TimeSeriesCell, TimeSeriesResult> {

    @Override
    public String name() {
        return TimeSeries.NAME;
    }

    @Override
    public Experiment<TimeSeriesCell, TimeSeriesResult> experiment(JsonNode settings) {
        return Json.convert(settings, TimeSeries.class, "settings of " + name());
    }

    @Override
    public String description() {
        return "does saliency guided training make attributions of time-series networks better";
    }

    @Override
    public List<String> lines(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        return TimeSeriesTable.lines(run);
    }

    @Override
    public String csv(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        return TimeSeriesTable.csv(run);
    }

    @Override
    public Page page(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        return new Page("Time-series benchmark", "", List.of());
    }
}
