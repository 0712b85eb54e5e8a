package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.PictureGrid;
import org.salient4j.benchmarks.report.SaliencyImage;
import org.salient4j.benchmarks.report.Section;

/** The mean maps of one seed: a column a training, a row a method. */
final class MapSection {
    /** Characters of pictures that a page carries at most. */
    private static final int BUDGET = 8_000_000;

    /** Markup beside each picture, about. */
    private static final int MARKUP = 900;

    private static final String MASS = "mass-in-truth";

    private final BridgeScores scores;
    private final Names names;
    private final int budget;

    MapSection(BridgeScores scores, Names names) {
        this(scores, names, BUDGET);
    }

    MapSection(BridgeScores scores, Names names, int budget) {
        this.scores = scores;
        this.names = names;
        this.budget = budget;
    }

    Section section() {
        List<Block> folds = new ArrayList<>();
        int used = 0;
        int left = 0;
        for (int label = 0; label < classes(); label++) {
            for (String network : scores.networks()) {
                for (String dataset : scores.datasets()) {
                    List<PictureGrid.Row> rows = rows(network, dataset, label);
                    int size = size(rows);
                    if (size > 0 && used + size <= budget) {
                        used += size;
                        folds.add(fold(network, dataset, label, rows, folds.isEmpty()));
                    } else if (size > 0) {
                        left++;
                    }
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (folds.isEmpty() && left == 0) {
            blocks.add(new Paragraph("No result has maps."));
            return new Section("Mean maps", blocks);
        }
        blocks.add(
                new Paragraph(
                        "The mean over the test samples of a class of the maps, each scaled to mass"
                                + " 1, of the first seed that has a result. Time runs from left to"
                                + " right, features from top to bottom; every picture is scaled to"
                                + " its own maximum. Boxes are drawn where all samples of the class"
                                + " have the same; where boxes move the mean tells little. Below a"
                                + " picture: the mean share of the mass of single maps in the truth,"
                                + " over both classes."));
        if (left > 0) {
            blocks.add(
                    new Paragraph(
                            ("%d groups of maps are not shown, to keep this page small enough to"
                                            + " open; the folder of results has them.")
                                    .formatted(left)));
        }
        blocks.addAll(folds);
        return new Section("Mean maps", blocks);
    }

    private Fold fold(
            String network, String dataset, int label, List<PictureGrid.Row> rows, boolean open) {
        String title =
                "%s \u00b7 %s, class %d, seed %d"
                        .formatted(dataset, network, label, seed(network, dataset).orElseThrow());
        List<String> columns =
                scores.rows().stream().map(BridgeRow::words).map(MapSection::capital).toList();
        return new Fold(
                title, List.of(new PictureGrid("Mean maps of " + title, columns, rows)), open);
    }

    /** The first seed that any training has, so that all columns are of the same data. */
    private OptionalLong seed(String network, String dataset) {
        return scores.seeds().stream()
                .mapToLong(Long::longValue)
                .filter(
                        seed ->
                                scores.rows().stream()
                                        .anyMatch(
                                                row ->
                                                        scores.result(network, dataset, row, seed)
                                                                .isPresent()))
                .findFirst();
    }

    private int classes() {
        int classes = 0;
        for (String network : scores.networks()) {
            for (BridgeRow row : scores.rows()) {
                classes =
                        scores.results(network, scores.datasets(), row).stream()
                                .flatMap(result -> result.methods().values().stream())
                                .mapToInt(method -> method.maps().size())
                                .reduce(classes, Math::max);
            }
        }
        return classes;
    }

    private List<PictureGrid.Row> rows(String network, String dataset, int label) {
        OptionalLong seed = seed(network, dataset);
        List<PictureGrid.Row> rows = new ArrayList<>();
        if (seed.isEmpty()) {
            return rows;
        }
        for (String method : scores.methods()) {
            List<SaliencyImage> images = new ArrayList<>();
            for (BridgeRow row : scores.rows()) {
                images.add(
                        scores.result(network, dataset, row, seed.getAsLong())
                                .flatMap(result -> image(result, row, method, label))
                                .orElse(null));
            }
            rows.add(new PictureGrid.Row(names.title(method), images));
        }
        return rows;
    }

    private Optional<SaliencyImage> image(
            BridgeResult result, BridgeRow row, String method, int label) {
        MethodResult measured = result.methods().get(method);
        if (measured == null || measured.maps().size() <= label) {
            return Optional.empty();
        }
        SaliencyPicture map = measured.maps().get(label);
        MetricScore mass = measured.scores().get(MASS);
        String inside =
                mass == null || mass.mean() == null
                        ? ""
                        : IntervalCell.number(100 * mass.mean(), 0) + "\u00a0% in the truth";
        String learned = result.gatePassed() ? "" : "did not learn";
        String title =
                learned.isEmpty() || inside.isEmpty() ? inside + learned : inside + ", " + learned;
        return Optional.of(
                SaliencyImage.of(
                        map,
                        title,
                        "%s, %s training, %s: %s"
                                .formatted(names.title(method), row.words(), map.title(), title)));
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
