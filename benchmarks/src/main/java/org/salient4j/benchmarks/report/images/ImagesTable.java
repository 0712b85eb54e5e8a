package org.salient4j.benchmarks.report.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.published.PublishedImages;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Verdict;

/** The results as text, for a terminal; at most 120 columns wide. */
final class ImagesTable {
    private static final String ROW = "  %-38s";
    private static final String CELL = "%-24s";

    private final Map<String, JsonNode> settings;
    private final List<String> lines = new ArrayList<>();

    private ImagesTable(ReportedRun<ImagesCell, ImagesResult> run) {
        this.settings =
                run.cells().stream()
                        .findFirst()
                        .map(cell -> cell.setup().methods())
                        .orElse(Map.of());
    }

    static List<String> lines(ReportedRun<ImagesCell, ImagesResult> run) {
        ImagesTable table = new ImagesTable(run);
        ImageGroup.of(run).forEach(table::add);
        int missing = run.cells().size() - run.results().size();
        if (missing > 0) {
            table.lines.add(
                    "%d of %d networks have no result, %d of them failed"
                            .formatted(missing, run.cells().size(), run.failures().size()));
        }
        return table.lines;
    }

    private void add(ImageGroup group) {
        lines.add(
                "%s, %s; means over seeds +- half the 95 %% interval"
                        .formatted(
                                group.title(),
                                ImageWords.count(group.seeds().size(), ImageWords.SEED)));
        row("", group, ImageTraining::words);
        row("test accuracy, %", group, t -> each(group, t, ImagesResult::testAccuracy, 100, 2));
        published(
                "  the paper's",
                group,
                t ->
                        PublishedImages.accuracy(
                                group.data(), group.network(), ImageWords.published(t)),
                100,
                1);
        if (group.anyUnlearned()) {
            row(
                    "  learned, above guessing",
                    group,
                    t -> "%d of %d".formatted(group.learned(t), group.there(t)));
        }
        row("training images", group, t -> each(group, t, ImagesResult::trainImages, 1, 0));
        row("epochs", group, t -> each(group, t, ImagesResult::epochs, 1, 0));
        row("training, s", group, t -> each(group, t, r -> r.seconds().trained(), 1, 0));
        row("  an epoch, s", group, t -> each(group, t, ImagesResult::secondsPerEpoch, 1, 0));
        row(
                "Gini of gradients",
                group,
                t -> each(group, t, r -> r.gradients().sparsity().gini(), 1, 3));
        row("Hoyer", group, t -> each(group, t, r -> r.gradients().sparsity().hoyer(), 1, 3));
        row("kurtosis", group, t -> each(group, t, r -> r.gradients().sparsity().kurtosis(), 1, 1));
        for (String replacement : group.replacements()) {
            areas(group, replacement);
        }
        truth(group);
        lines.add("");
        claims(group);
        lines.add("");
    }

    private void areas(ImageGroup group, String replacement) {
        lines.add(
                "  area below the accuracy (0 to 9000), pixels replaced by "
                        + ImageWords.replacement(replacement));
        for (String method : group.methods()) {
            row(
                    "  %s, %d images"
                            .formatted(
                                    ImageWords.method(method, settings),
                                    group.images(method, replacement)),
                    group,
                    t -> ImageWords.plain(group.areas(t, method, replacement), 1, 1));
            if (method.equals(ImageClaims.GRADIENT)) {
                published(
                        "    the paper's gradient",
                        group,
                        t ->
                                PublishedImages.area(
                                        group.data(), group.network(), ImageWords.published(t)),
                        1,
                        1);
            }
        }
    }

    /** Where the telling pixels are known: one metric, by method. */
    private void truth(ImageGroup group) {
        String metric = "roc-auc";
        boolean known =
                group.trainings().stream()
                        .flatMap(t -> group.first(t).stream())
                        .anyMatch(r -> r.truth() != null);
        if (!known) {
            return;
        }
        lines.add("  ROC-AUC of the pixels of the shape");
        for (String method : group.methods()) {
            if (!method.equals(ImagesResult.RANDOM)) {
                row(
                        "  " + ImageWords.method(method, settings),
                        group,
                        t ->
                                each(
                                        group,
                                        t,
                                        r ->
                                                r.truth()
                                                        .getOrDefault(method, Map.of())
                                                        .getOrDefault(metric, Double.NaN),
                                        1,
                                        3));
            }
        }
    }

    private void claims(ImageGroup group) {
        ImageClaims claims = new ImageClaims(group);
        for (ImageClaim claim : ImageClaim.values()) {
            lines.add("claim: " + claim.statement());
            lines.add("  (" + claim.setting() + ")");
            List<String> replacements = claim.byReplacement() ? group.replacements() : List.of("");
            for (String replacement : replacements) {
                Verdict verdict = claims.judge(claim, replacement);
                String of = replacement.isEmpty() ? "" : ImageWords.replacement(replacement) + ": ";
                lines.add("  " + of + verdict(claim, verdict));
            }
        }
    }

    private static String verdict(ImageClaim claim, Verdict verdict) {
        String difference =
                verdict.difference().count() == 0
                        ? ""
                        : ImageWords.difference(
                                                verdict.difference(),
                                                claim.scale(),
                                                claim.decimals())
                                        .replace('\u2212', '-')
                                + ", ";
        return verdict.outcome().words() + ": " + difference + verdict.reason();
    }

    private static String each(
            ImageGroup group,
            ImageTraining training,
            ToDoubleFunction<ImagesResult> value,
            double scale,
            int decimals) {
        return ImageWords.plain(group.each(training, value), scale, decimals);
    }

    private void published(
            String label,
            ImageGroup group,
            Function<ImageTraining, OptionalDouble> value,
            double scale,
            int decimals) {
        if (group.trainings().stream().anyMatch(t -> value.apply(t).isPresent())) {
            row(
                    label,
                    group,
                    t ->
                            value.apply(t).isPresent()
                                    ? String.format(
                                            Locale.ROOT,
                                            "%." + decimals + "f",
                                            value.apply(t).getAsDouble() * scale)
                                    : "-");
        }
    }

    private void row(String label, ImageGroup group, Function<ImageTraining, String> cell) {
        lines.add(
                (ROW.formatted(label)
                                + group.trainings().stream()
                                        .map(t -> CELL.formatted(cell.apply(t)))
                                        .collect(Collectors.joining()))
                        .stripTrailing());
    }
}
