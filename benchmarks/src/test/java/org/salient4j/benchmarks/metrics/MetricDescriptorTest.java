package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricDescriptorTest {
    @Test
    void should_find_a_metric_by_its_name() {
        assertThat(AttributionMetric.registry().get("aup")).isEqualTo(new AreaUnderPrecision());
    }

    @Test
    void should_suggest_the_nearest_name() {
        assertThatThrownBy(() -> AttributionMetric.registry().get("mass-in-trut"))
                .hasMessageStartingWith(
                        "unknown metric 'mass-in-trut': did you mean 'mass-in-truth'?");
    }

    @Test
    void should_refuse_a_descriptor_that_leaves_something_out() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new MetricDescriptor(
                                        "T", "s", Direction.HIGHER, 0, 1, "truth", true, " ", "me"))
                .withMessage("caveat must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new MetricDescriptor(
                                        "T", "s", Direction.HIGHER, 1, 1, "truth", true, "c", "me"))
                .withMessage("minimum must be below maximum, were 1.0 and 1.0");
    }
}
