package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;

/** The first section: whether saliency guided training makes attributions better. */
final class AnswerSection {

    private final FractionView view;
    private final Names names;
    private final Note status;

    AnswerSection(FractionView view, Names names, Note status) {
        this.view = view;
        this.names = names;
        this.status = status;
    }

    Section section() {
        List<GuidedEffect> effects = GuidedEffect.all(view);
        List<Block> blocks = new ArrayList<>();
        blocks.add(status);
        for (String network : view.scores().networks()) {
            blocks.add(AnswerNote.of(network, of(network, effects)));
        }
        if (effects.isEmpty()) {
            blocks.add(
                    new Paragraph(
                            "The run has no pair of a standard and a saliency guided training."));
            return new Section("Does saliency guided training help?", blocks);
        }
        blocks.add(EffectTable.of(effects));
        blocks.add(
                new Paragraph(
                        "An effect is guided minus standard, paired by seed, the mean over methods"
                                + view.suffix()
                                + ". It is called higher or lower if its 95 % interval leaves out 0"
                                + " and Wilcoxon\u2019s signed-rank test, corrected by Holm over the"
                                + " rows of this table, has p \u2264 0.05. Both are over data sets,"
                                + " each with the mean of its seeds, so they say what to expect of"
                                + " another such data set; with a single data set they are over"
                                + " seeds. n pairs cannot reach a p below 2/2\u207f: with few data"
                                + " sets only the interval can speak, and it is said so."));
        blocks.add(new Fold("Each method, tested", new MethodTables(view, names).blocks()));
        return new Section("Does saliency guided training help?", blocks);
    }

    private static List<GuidedEffect> of(String network, List<GuidedEffect> effects) {
        return effects.stream().filter(each -> each.network().equals(network)).toList();
    }
}
