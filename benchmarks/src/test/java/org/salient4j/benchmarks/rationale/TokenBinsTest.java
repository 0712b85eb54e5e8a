package org.salient4j.benchmarks.rationale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBinsTest {

    @Test
    void should_count_tokens_as_the_reference() {
        TokenBins bins = new TokenBins();
        for (double[] row : GoldenErasing.matrix("token_counts", 6)) {
            for (int bin = 0; bin < 5; bin++) {
                assertThat(bins.count(bin, (int) row[0])).isEqualTo((int) row[bin + 1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"700, 7", "701, 8", "1, 1", "99, 1", "100, 1", "101, 2"})
    void should_take_a_hundredth_as_a_decimal_number(int tokens, int count) {
        // 0.01 * 700 is 7.000000000000001 in binary arithmetic.
        assertThat(new TokenBins(0.01).count(0, tokens)).isEqualTo(count);
    }

    @Test
    void should_refuse_shares_that_do_not_increase() {
        assertThatThrownBy(() -> new TokenBins(0.1, 0.1))
                .hasMessage("shares must increase within (0, 1], were [0.1, 0.1]");
        assertThatThrownBy(() -> new TokenBins(0, 0.1)).hasMessageContaining("(0, 1]");
        assertThatThrownBy(() -> new TokenBins(new double[0])).hasMessageContaining("at least one");
    }
}
