package org.salient4j.benchmarks.report.vanishing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import org.salient4j.framework.io.Json;

/**
 * The report of the vanishing-saliency experiment.
 *
 * @param claim how the paper's claim is judged
 * @param vanishing how vanished saliency is told from a task that was not learned
 */
public record VanishingReport(LocationClaim claim, VanishingRule vanishing)
        implements ExperimentReport<VanishingCell, VanishingResult> {

    /** With the default rules. */
    public VanishingReport() {
        this(new LocationClaim(), new VanishingRule());
    }

    /** One gate must hold for both. */
    public VanishingReport {
        if (!claim.gate().equals(vanishing.gate())) {
            throw new IllegalArgumentException(
                    "both rules need one gate, were " + claim.gate() + " and " + vanishing.gate());
        }
    }

    @Override
    public String name() {
        return VanishingSaliency.NAME;
    }

    @Override
    public Experiment<VanishingCell, VanishingResult> experiment(JsonNode settings) {
        return Json.convert(settings, VanishingSaliency.class, "settings of " + name());
    }

    @Override
    public String description() {
        return "does input saliency vanish where an LSTM's evidence lies early, and does saliency"
                + " guided training change that";
    }

    @Override
    public List<String> lines(ReportedRun<VanishingCell, VanishingResult> run) {
        return VanishingTable.lines(run);
    }

    @Override
    public String csv(ReportedRun<VanishingCell, VanishingResult> run) {
        return VanishingTable.csv(run);
    }

    @Override
    public Page page(ReportedRun<VanishingCell, VanishingResult> run) {
        List<VanishingPanel> panels = VanishingPanel.of(run.cells(), run.results());
        List<Section> sections = new ArrayList<>();
        sections.add(new AnswerSection(claim, vanishing).of(panels));
        for (VanishingPanel panel : panels) {
            sections.add(new PanelSection(vanishing).of(panel));
        }
        sections.add(MissingSection.of(run));
        sections.add(RunSection.of(run));
        return new Page("Vanishing saliency", subtitle(run, panels), sections);
    }

    private static String subtitle(
            ReportedRun<VanishingCell, VanishingResult> run, List<VanishingPanel> panels) {
        long seeds = run.cells().stream().map(VanishingCell::seed).distinct().count();
        return run.subtitle(
                "trainings",
                "%d %s of preset and network, %d %s"
                        .formatted(
                                panels.size(),
                                panels.size() == 1 ? "combination" : "combinations",
                                seeds,
                                seeds == 1 ? "seed" : "seeds"));
    }
}
