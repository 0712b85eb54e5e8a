package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.published.PublishedLanguage;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** The results as text, for a terminal; at most 120 columns wide. */
final class LanguageTable {
    private static final int FINDINGS = 3;
    private static final int WIDTH = 118;

    private final LanguageGroups groups;
    private final List<String> lines = new ArrayList<>();

    private LanguageTable(LanguageGroups groups) {
        this.groups = groups;
    }

    static List<String> lines(LanguageGroups groups) {
        LanguageTable table = new LanguageTable(groups);
        table.add();
        int missing = groups.run().cells().size() - groups.run().results().size();
        if (missing > 0) {
            table.lines.add("");
            table.lines.add(
                    "%d of %d trainings have no result, %d of them failed"
                            .formatted(
                                    missing,
                                    groups.run().cells().size(),
                                    groups.run().failures().size()));
        }
        return table.lines;
    }

    private void add() {
        if (groups.any().isEmpty()) {
            return;
        }
        LanguageResult any = groups.any().get();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %d texts to train, %d to measure, %.1f words as read, k = %s",
                        any.corpus(),
                        any.trainTexts(),
                        any.testTexts(),
                        any.meanWords(),
                        IntervalCell.number(any.maskedFraction(), 2)));
        lines.add(paper(any));
        addFindings();
        lines.add("");
        lines.add(row("test accuracy", "", heads(), "paper std / guided"));
        List<String> accuracies = new ArrayList<>();
        List<String> seconds = new ArrayList<>();
        for (LanguageTraining training : groups.trainings()) {
            accuracies.add(
                    LanguageWords.interval(
                            MeanInterval.of(groups.values(training, LanguageResult::accuracy))));
            MeanInterval took =
                    MeanInterval.of(groups.values(training, LanguageResult::trainSeconds));
            seconds.add(took.count() == 0 ? "-" : IntervalCell.number(took.mean(), 1));
        }
        lines.add(
                row(
                        "bidirectional LSTM",
                        "",
                        accuracies,
                        published(any, "", PublishedLanguage.ACCURACY)));
        groups.of(LanguageTraining.STANDARD).stream()
                .filter(result -> result.tfIdfAccuracy() != null)
                .findFirst()
                .ifPresent(
                        result ->
                                lines.add(
                                        row(
                                                "tf-idf + logistic regression",
                                                "",
                                                List.of(
                                                        IntervalCell.number(
                                                                result.tfIdfAccuracy(), 3)),
                                                "")));
        if (groups.anyUnlearned()) {
            lines.add(
                    row(
                            "learned (others answer no word claim)",
                            "",
                            groups.trainings().stream().map(groups::learned).toList(),
                            ""));
        }
        lines.add(row("seconds of training", "", seconds, ""));
        for (MapMetric metric : MapMetric.values()) {
            boolean faithful =
                    metric == MapMetric.COMPREHENSIVENESS || metric == MapMetric.SUFFICIENCY;
            if (faithful || groups.marked()) {
                add(metric, any);
            }
        }
        addClaims();
    }

    /** The first of what was passed over; the report has more. */
    private void addFindings() {
        List<String> findings = groups.findings();
        if (!findings.isEmpty()) {
            lines.add("passed over or put right in reading (the report has the list):");
            findings.stream()
                    .limit(FINDINGS)
                    .map(line -> "  " + (line.length() > WIDTH ? cut(line) : line))
                    .forEach(lines::add);
            if (findings.size() > FINDINGS) {
                lines.add("  ...");
            }
        }
    }

    private static String cut(String line) {
        return line.substring(0, WIDTH - 3) + "...";
    }

    private void add(MapMetric metric, LanguageResult any) {
        lines.add("");
        lines.add(
                row(
                        metric.descriptor().title().toLowerCase(Locale.ROOT)
                                + (metric.sign() > 0 ? ", higher is better" : ", lower is better"),
                        "score",
                        heads(),
                        metric.published().isEmpty() ? "" : "paper std / guided"));
        for (LanguageGroups.Map map : groups.maps()) {
            List<String> values = new ArrayList<>();
            for (LanguageTraining training : groups.trainings()) {
                values.add(
                        LanguageWords.interval(
                                MeanInterval.of(groups.values(training, map, metric))));
            }
            int texts = groups.texts(map);
            String some = texts < any.testTexts() ? " (" + texts + " texts)" : "";
            lines.add(
                    row(
                            map.method() + some,
                            map.score(),
                            values,
                            metric.published().isEmpty()
                                    ? ""
                                    : published(any, map.method(), metric.published())));
        }
    }

    private void addClaims() {
        LanguageClaims claims = new LanguageClaims(groups);
        lines.add("");
        for (LanguageClaim claim : LanguageClaim.values()) {
            lines.add("claim: " + claim.statement());
            for (String score : claim.byScore() ? claims.scores() : List.of("")) {
                Verdict verdict = claims.judge(claim, score);
                lines.add(
                        "  %-6s%s: %s"
                                .formatted(
                                        score,
                                        verdict.outcome().words(),
                                        LanguageClaims.text(verdict).replace('\u2212', '-')));
            }
        }
    }

    /** What the paper's numbers beside ours are of. */
    static String paper(LanguageResult any) {
        if (any.published().isEmpty()) {
            return "the paper has no corpus like it";
        }
        return any.genuine()
                ? "the paper's numbers are of this corpus; its vectors, sizes and word score are not"
                        + " published"
                : "the paper's numbers are of " + any.published() + ", another corpus";
    }

    private List<String> heads() {
        return groups.trainings().stream().map(LanguageWords::of).toList();
    }

    private static String published(LanguageResult any, String method, String metric) {
        OptionalDouble standard = PublishedLanguage.find(any.published(), method, false, metric);
        OptionalDouble guided = PublishedLanguage.find(any.published(), method, true, metric);
        if (standard.isEmpty() || guided.isEmpty()) {
            return "";
        }
        String first = IntervalCell.number(standard.getAsDouble(), 3);
        return method.equals(PublishedLanguage.RANDOM)
                ? first
                : first + " / " + IntervalCell.number(guided.getAsDouble(), 3);
    }

    private static String row(String name, String score, List<String> values, String paper) {
        StringBuilder line = new StringBuilder(String.format("%-38s%-9s", name, score));
        values.forEach(value -> line.append(String.format("%-17s", value)));
        return line.append(paper).toString().replace('\u2212', '-').stripTrailing();
    }
}
