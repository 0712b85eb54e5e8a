package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.LineChart;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.synthetic.BoxPosition;

/** The section of one preset and network: numbers, curves, maps, tests. */
final class PanelSection {

    private final VanishingRule rule;

    PanelSection(VanishingRule rule) {
        this.rule = rule;
    }

    Section of(VanishingPanel panel) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new PanelTable(rule).of(panel));
        blocks.add(new Subheading("Where in time the saliency lies"));
        blocks.add(
                new Paragraph(
                        "Share of a map's mass at each time step, mean over test samples and"
                                + " seeds; the band is the 95 % interval over seeds. Scales differ"
                                + " between charts."));
        blocks.add(new Charts(massCharts(panel), false));
        blocks.add(new Subheading("Saliency maps"));
        blocks.addAll(new PanelPictures(panel, rule.gate()).blocks());
        blocks.add(new Fold("Saliency guided against standard training", testBlocks(panel)));
        blocks.add(new Fold("Training curves", List.of(new Charts(trainingCharts(panel), true))));
        return new Section(panel.title(), blocks);
    }

    private List<LineChart> massCharts(VanishingPanel panel) {
        return panel.positions().stream()
                .map(position -> new PanelCharts(panel, position, rule.gate()).mass())
                .toList();
    }

    private List<LineChart> trainingCharts(VanishingPanel panel) {
        List<LineChart> charts = new ArrayList<>();
        for (BoxPosition position : panel.positions()) {
            charts.add(new PanelCharts(panel, position, rule.gate()).loss());
            charts.add(new PanelCharts(panel, position, rule.gate()).validationAccuracy());
        }
        return charts;
    }

    private List<Block> testBlocks(VanishingPanel panel) {
        return List.of(
                new Paragraph(
                        "Differences are saliency guided minus standard, paired by seed, over the"
                                + " seeds of which both networks learned. Holm corrects the paired"
                                + " t-test over the positions of a training and metric. Wilcoxon's"
                                + " signed-rank test stands beside it; with n seeds its p is never"
                                + " below 2/2\u207f, so five seeds cannot reach 0.05."),
                new PairedTable(rule.gate()).of(panel));
    }
}
