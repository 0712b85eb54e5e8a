package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The area below the precision-recall curve of the ranking of the cells, as average precision.
 *
 * <p>AP = sum over distinct scores of (recall after it - recall before it) * precision after it,
 * counting cells. Cells of equal score enter together, so the order within a tie has no influence;
 * scikit-learn's {@code average_precision_score} is the same number.
 *
 * <p>Use it as the first measure of a ranking when the truth is a small part of the cells. It
 * ignores how the mass is spread; see {@link MassInTruth}. Under uniform random scores its exact
 * mean is (H_D + (|R| - 1) / (D - 1) * (D - H_D)) / D with the harmonic number H_D, a little above
 * |R| / D.
 */
public record AveragePrecision() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "AUPRC",
                    "average precision of the cells ranked by saliency",
                    Direction.HIGHER,
                    0,
                    1,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "Depends on the share of true cells: compare only sets with the same "
                            + "share, or subtract the random value.",
                    "Davis and Goadrich, The Relationship Between Precision-Recall and ROC Curves,"
                            + " ICML 2006; random value: Bestgen, Exact Expected Average Precision of"
                            + " the Random Baseline, 2015");

    @Override
    public String name() {
        return "auprc";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(sample -> averagePrecision(context.ranking(sample)));
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        double harmonic = 0;
        for (int i = cells; i > 0; i--) {
            harmonic += 1d / i;
        }
        double others = (trueCells - 1d) / (cells - 1);
        return OptionalDouble.of((harmonic + others * (cells - harmonic)) / cells);
    }

    private static double averagePrecision(Ranking ranking) {
        double sum = 0;
        int end;
        for (int start = 0; start < ranking.cells(); start = end) {
            end = ranking.tieEnd(start);
            double found = ranking.trueOnTop(end);
            sum += (found - ranking.trueOnTop(start)) * found / end;
        }
        return sum / ranking.trueCells();
    }
}
