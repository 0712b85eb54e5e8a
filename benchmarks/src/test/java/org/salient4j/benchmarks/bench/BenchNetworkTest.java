package org.salient4j.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Examples;

class BenchNetworkTest {

    /** All but the one with 125 million parameters. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VGG_16")
    void should_have_examples_that_its_network_takes(BenchNetwork kind) {
        Examples examples = kind.examples(2);
        assertThat(kind.network().output(examples.x()).shape())
                .containsExactly(2, kind.network().outputs());
        assertThat(kind.examples(2).x()).isEqualTo(examples.x());
        assertThat(examples.labels()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void should_be_found_by_its_key(BenchNetwork kind) {
        assertThat(kind.key()).matches("[a-z0-9_]+");
        assertThat(BenchNetwork.of(kind.key())).isSameAs(kind);
    }

    @Test
    void should_time_large_networks_only_when_they_are_named() {
        assertThat(BenchNetwork.usual())
                .contains(BenchNetwork.LSTM, BenchNetwork.MNIST_CNN)
                .doesNotContain(BenchNetwork.RESNET_18, BenchNetwork.VGG_16)
                .allMatch(BenchNetwork::explained);
    }

    @Test
    void should_suggest_the_nearest_name() {
        assertThatThrownBy(() -> BenchNetwork.of("lsmt"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'lstm'");
    }
}
