package org.salient4j.benchmarks.report.xcebra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.Xcebra;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;
import org.salient4j.framework.io.Json;

/**
 * The report of the xCEBRA experiment.
 *
 * @param gate which encoders count
 */
public record XcebraReport(LatentGate gate) implements ExperimentReport<XcebraCell, XcebraResult> {

    /** With the default gate. */
    public XcebraReport() {
        this(new LatentGate());
    }

    @Override
    public String name() {
        return Xcebra.NAME;
    }

    @Override
    public Experiment<XcebraCell, XcebraResult> experiment(JsonNode settings) {
        return Json.convert(settings, Xcebra.class, "settings of " + name());
    }

    @Override
    public String description() {
        return "do regularised contrastive encoders and the inverted neuron gradient show which"
                + " latents drive which neurons";
    }

    @Override
    public List<String> lines(ReportedRun<XcebraCell, XcebraResult> run) {
        return XcebraTable.lines(run, gate);
    }

    @Override
    public String csvName() {
        return "xcebra.csv";
    }

    @Override
    public String csv(ReportedRun<XcebraCell, XcebraResult> run) {
        return XcebraCsv.of(run);
    }

    @Override
    public Page page(ReportedRun<XcebraCell, XcebraResult> run) {
        EncoderGroups groups = EncoderGroups.of(run);
        List<Section> sections = new ArrayList<>();
        sections.add(new AnswerSection(run, groups, gate).section());
        sections.add(new ScoreSection(groups).section());
        sections.add(new RowScaleSection(groups).section());
        if (groups.lambdas(EncoderTraining.CONTRASTIVE).size() > 2
                || groups.lambdas(EncoderTraining.SUPERVISED).size() > 2) {
            sections.add(new SweepSection(groups).section());
        }
        sections.add(new MapSection(groups).section());
        sections.add(new ChanceSection(groups).section());
        sections.add(new EncoderSection(groups, gate).section());
        sections.add(MissingSection.of(run));
        sections.add(RunSection.of(run));
        return new Page(
                "xCEBRA: which latents drive which neurons", subtitle(run, groups), sections);
    }

    private static String subtitle(
            ReportedRun<XcebraCell, XcebraResult> run, EncoderGroups groups) {
        return run.subtitle(
                "trainings",
                Words.count(groups.recordings().size(), Words.RECORDING)
                        + ", "
                        + Words.count(groups.methods().size(), "attribution method"));
    }
}
