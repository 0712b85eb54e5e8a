package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Section;

/** The tables of one network: the paper's two metrics, then the others. */
final class ScoreSection {

    private final List<FractionView> views;
    private final Names names;

    ScoreSection(List<FractionView> views, Names names) {
        this.views = views;
        this.names = names;
    }

    Section of(String network) {
        List<Block> blocks = new ArrayList<>();
        for (FractionView view : views) {
            List<Block> tables = new ArrayList<>();
            for (String metric : Names.DIFFERENCES) {
                tables.add(new ScoreGrid(view, names, network, metric).table());
            }
            List<Block> others =
                    view.scores().metrics().stream()
                            .filter(metric -> !Names.difference(metric))
                            .<Block>map(m -> new ScoreGrid(view, names, network, m).table())
                            .toList();
            if (!others.isEmpty()) {
                tables.add(new Fold("Other metrics" + view.suffix(), others));
            }
            if (view.equals(views.get(0))) {
                blocks.addAll(tables);
            } else {
                blocks.add(new Fold("Scores" + view.suffix(), tables));
            }
        }
        return new Section("Scores: " + network, blocks);
    }
}
