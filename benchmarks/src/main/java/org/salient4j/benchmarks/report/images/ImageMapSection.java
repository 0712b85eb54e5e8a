package org.salient4j.benchmarks.report.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.PictureGrid;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.SaliencyImage;
import org.salient4j.benchmarks.report.Section;

/** Maps of the first test images, the trainings side by side. */
final class ImageMapSection {
    private final ImageGroup group;
    private final Map<String, JsonNode> settings;

    ImageMapSection(ImageGroup group, ReportedRun<ImagesCell, ImagesResult> run) {
        this.group = group;
        this.settings = run.cells().get(0).setup().methods();
    }

    Section section(String title) {
        Optional<Long> seed = group.firstSeed();
        List<Block> blocks = new ArrayList<>();
        if (seed.isPresent()) {
            List<String> methods =
                    group.methods().stream().filter(m -> !m.equals(ImagesResult.RANDOM)).toList();
            for (String method : methods) {
                PictureGrid grid = grid(method, seed.get());
                blocks.add(
                        method.equals(ImageClaims.GRADIENT) || methods.size() == 1
                                ? grid
                                : new Fold(ImageWords.method(method, settings), List.of(grid)));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph("There are no maps yet."));
        }
        return new Section(title, blocks);
    }

    private PictureGrid grid(String method, long seed) {
        List<String> columns = new ArrayList<>(List.of("Image"));
        group.trainings().forEach(t -> columns.add(ImageWords.capital(t.words())));
        List<SaliencyPicture> images =
                group.trainings().stream()
                        .flatMap(t -> group.result(t, seed).stream())
                        .map(ImagesResult::images)
                        .findFirst()
                        .orElse(List.of());
        List<PictureGrid.Row> rows = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            SaliencyPicture image = images.get(i);
            List<SaliencyImage> pictures = new ArrayList<>();
            pictures.add(SaliencyImage.of(image, "", "The image: " + image.title()).inGreys());
            for (ImageTraining training : group.trainings()) {
                pictures.add(picture(method, training, seed, i));
            }
            rows.add(new PictureGrid.Row(ImageWords.capital(image.title()), pictures));
        }
        return new PictureGrid(
                "%s of seed %d: magnitudes, each map over its own maximum"
                        .formatted(ImageWords.method(method, settings), seed),
                columns,
                rows);
    }

    private SaliencyImage picture(String method, ImageTraining training, long seed, int image) {
        return group.result(training, seed)
                .map(result -> result.maps().get(method))
                .filter(maps -> image < maps.size())
                .map(
                        maps ->
                                SaliencyImage.of(
                                        maps.get(image),
                                        "",
                                        "%s of %s, %s training"
                                                .formatted(
                                                        ImageWords.method(method, settings),
                                                        maps.get(image).title(),
                                                        training.words())))
                .orElse(null);
    }
}
