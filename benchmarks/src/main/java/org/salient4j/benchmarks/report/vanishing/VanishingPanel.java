package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.synthetic.BoxPosition;

/**
 * One preset and network: what the claim is asked of.
 *
 * @param preset name of the preset
 * @param network name of the architecture
 * @param groups position by position, in each training by training; those that were asked for
 */
public record VanishingPanel(String preset, String network, List<TrainingGroup> groups) {

    /** Copies the groups. */
    public VanishingPanel {
        groups = List.copyOf(groups);
    }

    /**
     * Sorts cells into panels.
     *
     * @param cells those asked for, in the order of the experiment
     * @param results those that are there
     */
    public static List<VanishingPanel> of(
            List<VanishingCell> cells, List<CellResult<VanishingCell, VanishingResult>> results) {
        Map<VanishingCell, CellResult<VanishingCell, VanishingResult>> done = new HashMap<>();
        results.forEach(result -> done.put(result.cell(), result));
        Map<List<String>, List<VanishingCell>> panels = new LinkedHashMap<>();
        for (VanishingCell cell : cells) {
            panels.computeIfAbsent(List.of(cell.preset(), cell.network()), k -> new ArrayList<>())
                    .add(cell);
        }
        List<VanishingPanel> sorted = new ArrayList<>();
        panels.forEach((name, of) -> sorted.add(panel(name, of, done)));
        return sorted;
    }

    private static VanishingPanel panel(
            List<String> name,
            List<VanishingCell> cells,
            Map<VanishingCell, CellResult<VanishingCell, VanishingResult>> done) {
        List<TrainingGroup> groups = new ArrayList<>();
        for (BoxPosition position : BoxPosition.values()) {
            for (TrainingKind training : TrainingKind.values()) {
                List<Long> seeds = new ArrayList<>();
                Map<Long, CellResult<VanishingCell, VanishingResult>> results = new HashMap<>();
                for (VanishingCell cell : cells) {
                    if (cell.position() == position && cell.training() == training) {
                        seeds.add(cell.seed());
                        if (done.containsKey(cell)) {
                            results.put(cell.seed(), done.get(cell));
                        }
                    }
                }
                if (!seeds.isEmpty()) {
                    groups.add(new TrainingGroup(position, training, seeds, results));
                }
            }
        }
        return new VanishingPanel(name.get(0), name.get(1), groups);
    }

    /** A group; one without seeds if it was not asked for. */
    public TrainingGroup group(BoxPosition position, TrainingKind training) {
        return groups.stream()
                .filter(group -> group.position() == position && group.training() == training)
                .findFirst()
                .orElse(new TrainingGroup(position, training, List.of(), Map.of()));
    }

    /** The trainings that were asked for. */
    public List<TrainingKind> trainings() {
        return groups.stream().map(TrainingGroup::training).distinct().sorted().toList();
    }

    /** The positions that were asked for, early first. */
    public List<BoxPosition> positions() {
        return groups.stream().map(TrainingGroup::position).distinct().sorted().toList();
    }

    /** For headings. */
    public String title() {
        return preset + " \u00b7 " + network;
    }
}
