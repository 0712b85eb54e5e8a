package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.Verdict;

/** The claims and what became of them. */
final class ImageAnswerSection {
    private final List<ImageGroup> groups;

    ImageAnswerSection(List<ImageGroup> groups) {
        this.groups = groups;
    }

    Section section() {
        List<TableRow> rows = new ArrayList<>();
        for (ImageGroup group : groups) {
            boolean first = true;
            for (ImageClaim claim : ImageClaim.values()) {
                List<String> replacements =
                        claim.byReplacement() ? group.replacements() : List.of("");
                for (String replacement : replacements) {
                    rows.add(row(group, claim, replacement, first && !rows.isEmpty()));
                    first = false;
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        groups.stream()
                .filter(ImageGroup::anyUnlearned)
                .map(ImageWords::unlearned)
                .forEach(blocks::add);
        blocks.add(
                new Paragraph(
                        "Networks are trained on the same images from the same start values:"
                                + " standard, saliency guided, and standard with saliency guided"
                                + " fine-tuning. What is claimed of them, and what became of it"
                                + " here:"));
        blocks.add(
                new Table(
                        "Claims",
                        List.of(
                                TableColumn.sentences("Claim"),
                                TableColumn.words("Of"),
                                TableColumn.words("Removed pixels"),
                                TableColumn.words("Answer"),
                                TableColumn.numbers(
                                        "Difference", "The weakest, with its 95 % interval"),
                                TableColumn.sentences("It is")),
                        rows,
                        ImageClaims.sentence()));
        blocks.add(new Definitions(rules()));
        return new Section("Answers", blocks);
    }

    private static TableRow row(
            ImageGroup group, ImageClaim claim, String replacement, boolean startsGroup) {
        Verdict verdict = new ImageClaims(group).judge(claim, replacement);
        String difference =
                verdict.difference().count() == 0
                        ? "\u2013"
                        : ImageWords.difference(
                                verdict.difference(), claim.scale(), claim.decimals());
        return new TableRow(
                List.of(
                        TableCell.of(ImageWords.capital(claim.statement()), claim.setting()),
                        TableCell.of(group.title()),
                        TableCell.of(
                                replacement.isEmpty()
                                        ? "\u2013"
                                        : ImageWords.replacement(replacement)),
                        TableCell.marked(verdict.outcome().tone(), verdict.outcome().words()),
                        TableCell.of(difference),
                        TableCell.of(verdict.reason())),
                startsGroup,
                Tone.PLAIN);
    }

    private static List<Definitions.Item> rules() {
        return List.of(
                new Definitions.Item(
                        "Area",
                        "Below the accuracy in % over the removed pixels in %, 0 to 90: at most"
                                + " 9000. The paper does not give the unit of its table 4; its numbers"
                                + " fit no other."),
                new Definitions.Item(
                        "Gain over random",
                        "A network that is easily confused by holes has a small area whatever is"
                                + " removed. What random removal does is taken off: the gain is the"
                                + " area of random rankings less that of the gradient."),
                new Definitions.Item(
                        "Accuracy",
                        "0.5 points are added to the saliency guided networks\u2019; above 0 the"
                                + " loss is smaller than that."),
                new Definitions.Item(
                        "Sparse",
                        "Says how few cells hold the gradient, not whether they are the right"
                                + " ones."));
    }
}
