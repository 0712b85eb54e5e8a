package org.salient4j.benchmarks.report.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.language.Language;
import org.salient4j.benchmarks.language.LanguageCell;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.io.Json;

/** The report of the language experiment. */
public record LanguageReport() implements ExperimentReport<LanguageCell, LanguageResult> {

    @Override
    public String name() {
        return Language.NAME;
    }

    @Override
    public Experiment<LanguageCell, LanguageResult> experiment(JsonNode settings) {
        return Json.convert(settings, Language.class, "settings of " + name());
    }

    @Override
    public String description() {
        return "are explanations of text classifiers more faithful after saliency guided training";
    }

    @Override
    public List<String> lines(ReportedRun<LanguageCell, LanguageResult> run) {
        return LanguageTable.lines(new LanguageGroups(run));
    }

    @Override
    public String csvName() {
        return "language.csv";
    }

    @Override
    public String csv(ReportedRun<LanguageCell, LanguageResult> run) {
        return LanguageCsv.of(run);
    }

    @Override
    public Page page(ReportedRun<LanguageCell, LanguageResult> run) {
        LanguageGroups groups = new LanguageGroups(run);
        return new Page(
                "Language: are explanations of text classifiers faithful?",
                groups.any().map(LanguageResult::corpus).orElse("no result yet")
                        + ", %d of %d trainings"
                                .formatted(run.results().size(), run.cells().size()),
                List.of(
                        AnswerSection.of(groups),
                        AccuracySection.of(groups),
                        ScoreSection.of(groups),
                        TextSection.of(groups),
                        RunSection.missing(run),
                        RunSection.of(run)));
    }
}
