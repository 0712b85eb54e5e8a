package org.salient4j.benchmarks.report.language;

import java.util.function.Function;
import org.salient4j.benchmarks.language.WordMapScore;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.benchmarks.published.PublishedLanguage;
import org.salient4j.benchmarks.rationale.RationaleMetric;

/** What word scores are judged by. */
enum MapMetric {
    COMPREHENSIVENESS(
            RationaleMetric.COMPREHENSIVENESS,
            PublishedLanguage.COMPREHENSIVENESS,
            WordMapScore::comprehensiveness),
    SUFFICIENCY(
            RationaleMetric.SUFFICIENCY, PublishedLanguage.SUFFICIENCY, WordMapScore::sufficiency),
    AUPRC(RationaleMetric.TOKEN_AUPRC, "", WordMapScore::auprc),
    TOKEN_F1(RationaleMetric.TOKEN_F1, "", WordMapScore::tokenF1),
    IOU_F1(RationaleMetric.IOU_F1, "", WordMapScore::iouF1);

    private final RationaleMetric metric;
    private final String published;
    private final Function<WordMapScore, Double> value;

    MapMetric(RationaleMetric metric, String published, Function<WordMapScore, Double> value) {
        this.metric = metric;
        this.published = published;
        this.value = value;
    }

    MetricDescriptor descriptor() {
        return metric.descriptor();
    }

    /** Its name in the published table; empty if it is not there. */
    String published() {
        return published;
    }

    /** The value; NaN where there is none. */
    double of(WordMapScore score) {
        Double there = value.apply(score);
        return there == null ? Double.NaN : there;
    }

    /** 1 where larger is better, −1 where smaller is. */
    int sign() {
        return this == SUFFICIENCY ? -1 : 1;
    }
}
