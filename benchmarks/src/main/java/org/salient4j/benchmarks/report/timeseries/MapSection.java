package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.PictureGrid;
import org.salient4j.benchmarks.report.SaliencyImage;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;

/**
 * The maps of one seed, as in the paper's figures: the input and every method, a row for each
 * training. The first class of every data set and network goes in before the second of any, until
 * the page is large enough.
 */
final class MapSection {

    /** Characters of pictures that a page carries at most. */
    private static final int BUDGET = 8_000_000;

    /** Markup beside each picture, about. */
    private static final int MARKUP = 900;

    private final FractionView view;
    private final ScoreTable scores;
    private final Names names;
    private final int budget;

    MapSection(FractionView view, Names names) {
        this(view, names, BUDGET);
    }

    MapSection(FractionView view, Names names, int budget) {
        this.view = view;
        this.scores = view.scores();
        this.names = names;
        this.budget = budget;
    }

    /** The maps of a data set and network: rows of each class. */
    private record Group(String network, FractionView.Row row, List<PictureGrid.Row> pictures) {}

    Section section() {
        List<Group> groups = new ArrayList<>();
        for (String network : scores.networks()) {
            for (FractionView.Row row : view.rows()) {
                groups.add(new Group(network, row, new ArrayList<>()));
            }
        }
        int used = 0;
        int left = 0;
        int classes = groups.stream().mapToInt(this::classes).max().orElse(0);
        for (int sample = 0; sample < classes; sample++) {
            for (Group group : groups) {
                List<PictureGrid.Row> rows = rows(group, sample);
                int size = size(rows);
                if (used + size <= budget) {
                    group.pictures().addAll(rows);
                    used += size;
                } else {
                    left++;
                }
            }
        }
        return new Section("Saliency maps", blocks(groups, left));
    }

    private List<Block> blocks(List<Group> groups, int left) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "The first test sample of each class, of the first seed that has a result"
                                + view.suffix()
                                + ". Magnitudes; time runs from left to right, features from top to"
                                + " bottom; every picture is scaled to its own maximum."));
        if (left > 0) {
            blocks.add(
                    new Paragraph(
                            ("%d groups of maps are not shown, to keep this page small enough to"
                                            + " open; the folder of results has them.")
                                    .formatted(left)));
        }
        String network = "";
        for (Group group : groups) {
            if (!group.network().equals(network)) {
                network = group.network();
                blocks.add(new Subheading(network));
            }
            if (!group.pictures().isEmpty()) {
                // One is open, so that a reader sees what the others hold.
                boolean first = blocks.stream().noneMatch(Fold.class::isInstance);
                blocks.add(fold(group, first));
            }
        }
        if (groups.stream().allMatch(group -> group.pictures().isEmpty())) {
            return List.of(new Paragraph("No result has maps."));
        }
        return blocks;
    }

    private Fold fold(Group group, boolean open) {
        List<String> columns = new ArrayList<>(List.of("Input"));
        scores.methods().forEach(method -> columns.add(names.title(method)));
        String title = group.row().title() + " \u00b7 " + group.network();
        return new Fold(
                title,
                List.of(new PictureGrid("Maps of " + title, columns, group.pictures())),
                open);
    }

    /** The first seed that any training has, so that all rows are of one data set. */
    private OptionalLong seed(Group group) {
        return scores.seeds().stream()
                .mapToLong(Long::longValue)
                .filter(
                        seed ->
                                scores.trainings().stream()
                                        .anyMatch(t -> result(group, t, seed).isPresent()))
                .findFirst();
    }

    private int classes(Group group) {
        OptionalLong seed = seed(group);
        return seed.isEmpty()
                ? 0
                : scores.trainings().stream()
                        .flatMap(t -> result(group, t, seed.getAsLong()).stream())
                        .mapToInt(result -> result.inputs().size())
                        .max()
                        .orElse(0);
    }

    private Optional<TimeSeriesResult> result(Group group, TrainingKind training, long seed) {
        return view.condition(group.row(), group.network(), training)
                .flatMap(condition -> scores.result(condition, seed));
    }

    private List<PictureGrid.Row> rows(Group group, int sample) {
        if (sample >= classes(group)) {
            return List.of();
        }
        long seed = seed(group).orElseThrow();
        List<PictureGrid.Row> rows = new ArrayList<>();
        for (TrainingKind training : scores.trainings()) {
            Optional<TimeSeriesResult> result = result(group, training, seed);
            Optional<SaliencyPicture> input =
                    result.flatMap(each -> each.inputs().stream().skip(sample).findFirst());
            String label =
                    input.map(picture -> capital(picture.title()) + ", seed " + seed + ": ")
                                    .orElse("")
                            + TrainingWords.of(training)
                            + " training"
                            + result.filter(each -> !each.gatePassed())
                                    .map(each -> ", did not learn")
                                    .orElse("");
            List<SaliencyImage> images = new ArrayList<>();
            images.add(
                    input.map(picture -> SaliencyImage.of(picture, "", "Input, " + label))
                            .orElse(null));
            for (String method : scores.methods()) {
                images.add(
                        result.map(each -> each.methods().get(method))
                                .map(MethodResult::maps)
                                .flatMap(maps -> maps.stream().skip(sample).findFirst())
                                .map(
                                        map ->
                                                SaliencyImage.of(
                                                        map,
                                                        "",
                                                        names.title(method) + ", " + label))
                                .orElse(null));
            }
            rows.add(new PictureGrid.Row(label, images));
        }
        return rows;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static int size(List<PictureGrid.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.pictures().stream())
                .mapToInt(image -> image == null ? 0 : image.dataUri().length() + MARKUP)
                .sum();
    }
}
