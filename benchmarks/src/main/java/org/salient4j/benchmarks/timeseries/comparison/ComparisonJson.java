package org.salient4j.benchmarks.timeseries.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.CriticalDifference;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.framework.io.Json;

/** A comparison as JSON; numbers that are missing or undefined are null. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** Claims, values, tests and rankings. */
    public static ObjectNode of(PaperComparison comparison) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("protocol", comparison.protocol());
        ArrayNode claims = root.putArray("claims");
        comparison.answers().forEach(answer -> claims.add(claim(answer)));
        ArrayNode values = root.putArray("values");
        comparison.values().forEach(value -> values.add(value(value)));
        ArrayNode trainings = root.putArray("trainings");
        TrainingComparison.all(comparison.run(), PaperContrasts.METRICS)
                .forEach(each -> trainings.add(training(each)));
        ArrayNode rankings = root.putArray("rankings");
        for (String metric : PaperContrasts.METRICS) {
            MethodRanking.all(comparison.run(), metric)
                    .forEach(each -> rankings.add(ranking(each)));
        }
        return root;
    }

    private static ObjectNode claim(ClaimAnswer answer) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", answer.claim().id());
        node.put("statement", answer.claim().statement());
        node.put("source", answer.claim().source());
        node.put("training", TrainingWords.word(answer.guided()));
        node.put("outcome", answer.outcome().words());
        node.put("evidence", ClaimWords.evidence(answer));
        node.put("deciding", answer.deciding());
        node.put("higher", answer.higher());
        node.set("interval", interval(answer.interval()));
        node.set("datasets", Json.tree(answer.datasets()));
        node.put("parts", answer.contrasts());
        node.put("partsAsClaimed", answer.asClaimed());
        node.put("partsWithMeanAsClaimed", answer.meansAsClaimed());
        node.put("partsMissing", answer.missing());
        if (answer.contrasts() > 0) {
            node.put("heldByPublishedNumbers", answer.heldByPublished());
        }
        return node;
    }

    private static ObjectNode value(ComparedValue value) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("table", value.table());
        node.put("dataset", value.dataset());
        node.put("network", value.network());
        node.put("training", TrainingWords.word(value.training()));
        node.put("method", value.method());
        node.put("metric", value.metric());
        node.put("publishedK", present(value.publishedFraction()));
        node.put("k", present(value.fraction()));
        node.put("published", present(value.published()));
        node.put("publishedIn", value.publishedIn());
        node.set("ours", interval(value.ours()));
        node.put("difference", present(value.difference()));
        node.put("publishedInside", value.isDecidable() ? (Boolean) value.holdsPublished() : null);
        node.set("datasets", Json.tree(value.datasets()));
        node.put("whyMissing", value.why());
        return node;
    }

    private static ObjectNode training(TrainingComparison each) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("network", each.network());
        node.put("training", TrainingWords.word(each.guided()));
        node.put("method", each.method());
        node.put("metric", each.metric());
        node.set("difference", interval(each.difference()));
        node.put("test", each.test().test());
        node.put("pairs", each.test().pairs());
        node.put("missing", each.test().missing());
        node.put("pValue", present(each.test().pValue()));
        node.put("pValueHolm", present(each.holm()));
        node.put("rankBiserial", present(each.test().effectSize()));
        return node;
    }

    private static ObjectNode ranking(MethodRanking each) {
        CriticalDifference ranking = each.ranking();
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("network", each.network());
        node.put("training", TrainingWords.word(each.training()));
        node.put("metric", each.metric());
        ArrayNode ranks = node.putArray("averageRanks");
        for (int i = 0; i < ranking.treatments().size(); i++) {
            ranks.addObject()
                    .put("method", ranking.treatments().get(i))
                    .put("rank", present(ranking.averageRanks().get(i)));
        }
        node.put("datasets", ranking.blocks());
        node.put("leftOut", ranking.leftOut());
        node.put("friedman", present(ranking.statistic()));
        node.put("pValue", present(ranking.pValue()));
        node.put("criticalDifference", present(ranking.criticalDifference()));
        node.set("groups", Json.tree(ranking.groups()));
        return node;
    }

    private static ObjectNode interval(MeanInterval interval) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("mean", present(interval.mean()));
        node.put("lower", present(interval.lower()));
        node.put("upper", present(interval.upper()));
        node.put("confidence", interval.confidence());
        node.put("n", interval.count());
        node.put("missing", interval.missing());
        return node;
    }

    private static Double present(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
