package org.salient4j.benchmarks.report.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.MetricSection;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.StatusSection;
import org.salient4j.benchmarks.timeseries.ScoreTable;
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
        ScoreTable scores = ScoreTable.of(run);
        List<FractionView> views = FractionView.of(scores);
        FractionView main = views.get(0);
        Names names =
                new Names(run.cells().isEmpty() ? Map.of() : run.cells().get(0).setup().methods());
        List<Section> sections = new ArrayList<>();
        StatusSection<TimeSeriesCell, TimeSeriesResult> status =
                new StatusSection<>(run, new TimeSeriesView());
        sections.add(new AnswerSection(main, names, status.states().note()).section());
        sections.add(status.section());
        sections.add(new AccuracySection(views, gate(run)).section());
        sections.add(new MeanSection(views, names).section());
        ScoreSection tables = new ScoreSection(views, names);
        scores.networks().forEach(network -> sections.add(tables.of(network)));
        sections.add(new RankSection(main, names).section());
        sections.add(new CostSection(run, main, names).section());
        if (views.size() > 1) {
            sections.add(new SweepSection(views, names).section());
        }
        sections.add(new MapSection(main, names).section());
        sections.add(new CurveSection(main, names).section());
        sections.add(ComparisonSection.of(run));
        sections.add(MetricSection.of(scores.metrics()));
        sections.add(new RunSection(run, scores, names).section());
        return new Page("Time-series benchmark", subtitle(run, scores), sections);
    }

    private static double gate(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        return run.cells().isEmpty() ? 0 : run.cells().get(0).setup().gate();
    }

    private static String subtitle(
            ReportedRun<TimeSeriesCell, TimeSeriesResult> run, ScoreTable scores) {
        return run.subtitle(
                "trainings",
                "%s, %s, %s"
                        .formatted(
                                count(scores.datasets().size(), "data set"),
                                count(scores.networks().size(), "network"),
                                count(scores.seeds().size(), "seed")));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
