package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.RankDiagram;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.CriticalDifference;
import org.salient4j.benchmarks.timeseries.comparison.MethodRanking;

/** Which attribution methods differ. */
final class RankSection {

    private final FractionView view;
    private final Names names;

    RankSection(FractionView view, Names names) {
        this.view = view;
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "How to read a diagram: each data set ranks the methods, 1 is best; a dot is"
                                + " a method\u2019s mean rank. Methods that an orange bar joins do not"
                                + " differ at the level 0.05: their mean ranks are closer than the"
                                + " critical difference (Nemenyi). Only where Friedman\u2019s test says"
                                + " that the methods differ at all is there an order to read. Ranks"
                                + " say nothing on how large a difference is."));
        List<Block> others = new ArrayList<>();
        for (String process : view.scores().processes()) {
            blocks.addAll(diagrams(process, Names.DIFFERENCES.get(0)));
            others.addAll(diagrams(process, Names.DIFFERENCES.get(1)));
        }
        if (!others.isEmpty()) {
            blocks.add(new Fold("The same for " + Names.shown(Names.DIFFERENCES.get(1)), others));
        }
        if (blocks.size() == 1) {
            blocks.add(new Paragraph("With a single method there is nothing to rank."));
        }
        return new Section("Which methods differ", blocks);
    }

    private List<Block> diagrams(String process, String metric) {
        List<Block> blocks = new ArrayList<>();
        String of = view.scores().processes().size() > 1 ? ", " + process : "";
        String network = "";
        for (MethodRanking each : MethodRanking.all(view.compared(process), metric)) {
            if (!each.network().equals(network)) {
                network = each.network();
                blocks.add(new Subheading(network + ": " + Names.shown(metric) + of));
            }
            blocks.add(block(each));
        }
        return blocks;
    }

    private Block block(MethodRanking each) {
        CriticalDifference ranking = each.ranking();
        String title = capital(TrainingWords.of(each.training())) + " training";
        if (ranking.blocks() < 2) {
            return new Note(
                    Tone.MUTED,
                    title + ": no ranking.",
                    "%d of %d data sets have a score of every method; two are needed."
                            .formatted(ranking.blocks(), ranking.blocks() + ranking.leftOut()));
        }
        String friedman =
                "Friedman p %s over %d data sets%s: %s"
                        .formatted(
                                TestCells.equal(ranking.pValue()),
                                ranking.blocks(),
                                ranking.leftOut() == 0
                                        ? ""
                                        : " (%d left out)".formatted(ranking.leftOut()),
                                ranking.isSignificant()
                                        ? "the methods differ"
                                        : "no difference shown, read no order into it");
        List<RankDiagram.Entry> entries =
                IntStream.range(0, ranking.treatments().size())
                        .mapToObj(
                                i ->
                                        new RankDiagram.Entry(
                                                names.title(ranking.treatments().get(i)),
                                                ranking.averageRanks().get(i)))
                        .toList();
        return new RankDiagram(
                title + ". " + friedman + ".",
                entries,
                ranking.criticalDifference(),
                ranking.groups().stream()
                        .map(group -> group.stream().map(ranking.treatments()::indexOf).toList())
                        .toList(),
                entries.stream()
                        .map(e -> e.name() + " " + IntervalCell.number(e.rank(), 2))
                        .collect(Collectors.joining(", ", "Mean ranks: ", ".")));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
