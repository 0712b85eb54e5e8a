package org.salient4j.benchmarks.report.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.images.Roar;
import org.salient4j.benchmarks.images.RoarCell;
import org.salient4j.benchmarks.images.RoarResult;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Listing;
import org.salient4j.benchmarks.report.MissingTrainings;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ProvenanceBlocks;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.framework.io.Csv;
import org.salient4j.framework.io.Json;

/** The report of removal with retraining. */
public final class RoarReport implements ExperimentReport<RoarCell, RoarResult> {

    /** Makes one; it has no state. */
    public RoarReport() {}

    @Override
    public String name() {
        return Roar.NAME;
    }

    @Override
    public Experiment<RoarCell, RoarResult> experiment(JsonNode settings) {
        return Json.convert(settings, Roar.class, "settings of " + name());
    }

    @Override
    public String description() {
        return "how much of what tells the classes is left where the most salient pixels are gone"
                + " and the network is trained again";
    }

    @Override
    public List<String> lines(ReportedRun<RoarCell, RoarResult> run) {
        return new RoarCurves(run).lines();
    }

    @Override
    public String csvName() {
        return "roar.csv";
    }

    @Override
    public String csv(ReportedRun<RoarCell, RoarResult> run) {
        StringBuilder csv =
                new StringBuilder(
                        Csv.line(
                                List.of(
                                        "data",
                                        "network",
                                        "training",
                                        "method",
                                        "seed",
                                        "removed_percent",
                                        "accuracy",
                                        "of",
                                        "seconds",
                                        "key")));
        for (CellResult<RoarCell, RoarResult> each : run.results()) {
            csv.append(row(each, each.result().retrained(), "retrained"));
            each.result()
                    .kept()
                    .forEach(
                            (replacement, accuracy) ->
                                    csv.append(row(each, accuracy, "kept " + replacement)));
        }
        return csv.toString();
    }

    private static String row(CellResult<RoarCell, RoarResult> each, double accuracy, String of) {
        RoarCell cell = each.cell();
        return Csv.line(
                List.of(
                        cell.data().name(),
                        cell.network(),
                        Json.tree(cell.training()).asText(),
                        cell.method(),
                        Long.toString(cell.seed()),
                        Integer.toString(10 * cell.tenths()),
                        Double.toString(accuracy),
                        of,
                        Double.toString(each.result().seconds()),
                        each.key()));
    }

    @Override
    public Page page(ReportedRun<RoarCell, RoarResult> run) {
        List<Section> sections = new ArrayList<>(new RoarCurves(run).sections());
        sections.add(
                MissingTrainings.section(
                        run,
                        List.of(
                                TableColumn.words("Training"),
                                TableColumn.words("Method"),
                                TableColumn.numbers("Removed, %", ""),
                                TableColumn.numbers("Seed", "")),
                        cell ->
                                List.of(
                                        TableCell.of(cell.training().words()),
                                        TableCell.of(cell.method()),
                                        TableCell.of(Integer.toString(10 * cell.tenths())),
                                        TableCell.of(Long.toString(cell.seed())))));
        List<Block> provenance = new ArrayList<>(ProvenanceBlocks.of(run));
        provenance.add(
                new Fold(
                        "Settings of the experiment",
                        List.of(new Listing("experiment.json", Json.pretty(run.card()).strip()))));
        sections.add(new Section("What was run", provenance));
        return new Page(
                "Removal with retraining", run.subtitle("networks", RoarCurves.of(run)), sections);
    }
}
