package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ScoreCardTest {

    /** Two samples of four cells; the second map is constant and cannot be scored. */
    @Test
    void should_hold_every_metric_beside_chance() {
        INDArray maps =
                Nd4j.createFromArray(-3.0, 1.0, 0.0, 0.0, 2.0, 2.0, 2.0, 2.0).reshape(2, 2, 2);
        INDArray truth =
                Nd4j.createFromArray(true, false, false, false, true, true, false, false)
                        .reshape(2, 2, 2);
        ScoreCard card = ScoreCard.of(maps, truth);
        assertThat(card.samples()).isEqualTo(2);
        assertThat(card.cells()).isEqualTo(4);
        assertThat(card.metrics().keySet()).isEqualTo(AttributionMetric.registry().names());
        MetricLine auc = card.metrics().get("roc-auc");
        assertThat(auc.mean()).isEqualTo(1);
        assertThat(auc.random()).isEqualTo(0.5);
        assertThat(auc.difference()).isCloseTo(0.5, within(1e-12));
        assertThat(auc.valid()).isEqualTo(1);
        assertThat(auc.skipped()).isEqualTo(1);
    }

    @Test
    void should_leave_out_what_cannot_be_scored() {
        INDArray maps = Nd4j.createFromArray(1.0, 1.0, 1.0, 1.0).reshape(1, 2, 2);
        INDArray truth = Nd4j.createFromArray(true, false, false, false).reshape(1, 2, 2);
        MetricLine auc = ScoreCard.of(maps, truth).metrics().get("roc-auc");
        assertThat(auc.mean()).isNull();
        assertThat(auc.difference()).isNull();
        assertThat(auc.skipped()).isEqualTo(1);
    }
}
