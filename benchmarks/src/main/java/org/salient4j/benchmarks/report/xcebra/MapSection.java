package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.PictureGrid;
import org.salient4j.benchmarks.report.SaliencyImage;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.xcebra.MapScore;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/** The maps beside the truth. */
final class MapSection {

    /** A picture is about so many times as wide as high, so that rows of latents can be told. */
    private static final double WIDTH_TO_HEIGHT = 2;

    private final EncoderGroups groups;

    MapSection(EncoderGroups groups) {
        this.groups = groups;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Mean |attribution| over the explained samples: a row for each dimension of"
                                + " the embedding, a column for each neuron. Every picture is scaled"
                                + " to its own maximum; below it is its pooled auROC. In the truth,"
                                + " light entries are connected: a good map is dark where the truth"
                                + " is dark."));
        boolean first = true;
        for (String recording : groups.recordings()) {
            Optional<boolean[][]> truth = truth(recording);
            if (truth.isPresent()) {
                PictureGrid grid = grid(recording, truth.get());
                blocks.add(first ? grid : new Fold("Maps of " + recording, List.of(grid)));
                first = false;
            }
        }
        return first
                ? new Section("Maps", List.of(new Paragraph("No result has maps.")))
                : new Section("Maps", blocks);
    }

    private Optional<boolean[][]> truth(String recording) {
        return groups.groups().stream()
                .flatMap(group -> group.result(recording).stream())
                .map(XcebraResult::truth)
                .findFirst();
    }

    private PictureGrid grid(String recording, boolean[][] truth) {
        List<String> columns = new ArrayList<>(List.of("Truth"));
        groups.methods().forEach(method -> columns.add(Words.method(method)));
        List<PictureGrid.Row> rows = new ArrayList<>();
        for (EncoderGroup group : groups.groups()) {
            List<SaliencyImage> pictures = new ArrayList<>();
            pictures.add(truth(recording, truth));
            for (String method : groups.methods()) {
                pictures.add(
                        group.map(recording, method)
                                .map(map -> picture(recording, group, method, map))
                                .orElse(null));
            }
            rows.add(new PictureGrid.Row(Words.capital(group.title()), pictures));
        }
        double square = truth[0].length / (double) truth.length;
        return new PictureGrid(
                "Maps of " + recording, columns, rows, Math.max(1, square / WIDTH_TO_HEIGHT));
    }

    private static SaliencyImage truth(String recording, boolean[][] truth) {
        double[][] map = new double[truth.length][truth[0].length];
        for (int latent = 0; latent < truth.length; latent++) {
            for (int neuron = 0; neuron < truth[0].length; neuron++) {
                map[latent][neuron] = truth[latent][neuron] ? 1 : 0;
            }
        }
        String alt =
                "Truth of %s: which of %d latents drive which of %d neurons"
                        .formatted(recording, truth.length, truth[0].length);
        return image("truth", alt, map);
    }

    private static SaliencyImage picture(
            String recording, EncoderGroup group, String method, MapScore map) {
        String score = IntervalCell.number(map.auroc(), 3);
        String alt =
                "%s of %s, %s: mean |attribution| of %d dimensions by %d neurons, pooled auROC %s"
                        .formatted(
                                Words.method(method),
                                recording,
                                group.title(),
                                map.map().length,
                                map.map()[0].length,
                                score);
        return image(score, alt, map.map());
    }

    /** Neurons from left to right, latents from top to bottom. */
    private static SaliencyImage image(String title, String alt, double[][] map) {
        int neurons = map[0].length;
        double highest = Arrays.stream(map).flatMapToDouble(Arrays::stream).max().orElse(0);
        byte[] levels = new byte[map.length * neurons];
        for (int i = 0; i < levels.length && highest > 0; i++) {
            double value = map[i % map.length][i / map.length];
            levels[i] = (byte) Math.round(255 * value / highest);
        }
        return new SaliencyImage(title, alt, neurons, map.length, levels, List.of());
    }
}
