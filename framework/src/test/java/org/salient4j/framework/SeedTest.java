package org.salient4j.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final long RECORDED_CHILD = 4812103421215597855L;
    private static final long RECORDED_DRAW = 7191089600892374487L;

    @Test
    void should_refuse_zero_which_nd4j_takes_for_none() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Seed.of(0))
                .withMessageStartingWith("seed must not be 0");
    }

    @Test
    void should_mean_the_same_numbers_for_ever() {
        // The draw is SplitMix64's own; the child was written down when derivation was made. A
        // change of either changes every published result.
        assertThat(Seed.of(7).child("mask").child(3).value()).isEqualTo(RECORDED_CHILD);
        assertThat(Seed.of(7).random().nextLong()).isEqualTo(RECORDED_DRAW);
    }

    @Test
    void should_derive_other_seeds_for_other_names_indices_and_parents() {
        Set<Long> seen = new HashSet<>();
        int made = 0;
        for (long parent = -50; parent <= 50; parent++) {
            if (parent == 0) {
                continue;
            }
            for (int i = -50; i < 50; i++) {
                seen.add(Seed.of(parent).child(i).value());
                seen.add(Seed.of(parent).child("part" + i).value());
                made += 2;
            }
        }
        assertThat(seen).hasSize(made).doesNotContain(0L);
    }

    @Test
    void should_not_confuse_the_order_of_names() {
        Seed seed = Seed.of(11);
        assertThat(seed.child("a").child("b")).isNotEqualTo(seed.child("b").child("a"));
        assertThat(seed.child("ab")).isNotEqualTo(seed.child("a").child("b"));
        assertThat(seed.child("1")).isNotEqualTo(seed.child(1));
    }

    @Test
    void should_flip_half_the_bits_for_a_neighbouring_index() {
        long flipped = 0;
        int pairs = 2000;
        for (int i = 0; i < pairs; i++) {
            long difference = Seed.of(5).child(i).value() ^ Seed.of(5).child(i + 1).value();
            flipped += Long.bitCount(difference);
        }
        assertThat(flipped / (double) pairs).isCloseTo(32, within(0.5));
    }

    @Test
    void should_start_a_new_stream_each_time() {
        Seed seed = Seed.of(3);
        assertThat(seed.random().nextDouble()).isEqualTo(seed.random().nextDouble());
    }

    @Test
    void should_give_any_number_of_the_stream_alone() {
        Seed seed = Seed.of(-12);
        RandomGenerator stream = seed.random();
        for (int n = 0; n < 1000; n++) {
            assertThat(seed.uniform(n)).isEqualTo(stream.nextDouble());
        }
    }
}
