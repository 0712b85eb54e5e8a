package org.salient4j.benchmarks.report.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.bridge.Bridge;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.MetricSection;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.StatusSection;
import org.salient4j.framework.io.Json;

/** The report of the bridge. */
public record BridgeReport() implements ExperimentReport<BridgeCell, BridgeResult> {

    @Override
    public String name() {
        return Bridge.NAME;
    }

    @Override
    public Experiment<BridgeCell, BridgeResult> experiment(JsonNode settings) {
        return Json.convert(settings, Bridge.class, "settings of " + name());
    }

    @Override
    public String description() {
        return "what makes attributions better, saliency guided training or a penalty on the"
                + " Jacobian";
    }

    @Override
    public List<String> lines(ReportedRun<BridgeCell, BridgeResult> run) {
        return BridgeTable.lines(run);
    }

    @Override
    public String csv(ReportedRun<BridgeCell, BridgeResult> run) {
        return BridgeTable.csv(run);
    }

    @Override
    public Page page(ReportedRun<BridgeCell, BridgeResult> run) {
        BridgeScores scores = new BridgeScores(run);
        Names names =
                new Names(run.cells().isEmpty() ? Map.of() : run.cells().get(0).setup().methods());
        StatusSection<BridgeCell, BridgeResult> status = new StatusSection<>(run, new BridgeView());
        List<Section> sections =
                List.of(
                        new AnswerSection(
                                        scores,
                                        BridgeEffect.all(scores),
                                        new RowTable(run, scores, status.states()),
                                        names,
                                        status.states().note())
                                .section(),
                        status.section(),
                        new CostSection(scores).section(),
                        new MapSection(scores, names).section(),
                        MetricSection.of(scores.metrics()),
                        new RunSection(run, scores, names).section());
        return new Page("Guidance and Jacobian penalty", subtitle(run, scores), sections);
    }

    private static String subtitle(ReportedRun<BridgeCell, BridgeResult> run, BridgeScores scores) {
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
