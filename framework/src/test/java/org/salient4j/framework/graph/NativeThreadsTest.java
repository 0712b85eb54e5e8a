package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

class NativeThreadsTest {
    @Test
    void should_set_the_threads_of_ops_and_of_matrix_products() {
        int there = Nd4j.getEnvironment().maxThreads();
        for (int threads : new int[] {1, there}) {
            NativeThreads.use(threads);
            assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(threads);
            assertThat(Nd4j.getNDArrayFactory().blas().getMaxThreads()).isEqualTo(threads);
        }
    }

    @Test
    void should_refuse_none_and_more_than_there_are() {
        assertThatThrownBy(() -> NativeThreads.use(0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("threads must be at least 1, was 0");
        int tooMany = Nd4j.getEnvironment().maxThreads() + 1;
        assertThatThrownBy(() -> NativeThreads.use(tooMany))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("OMP_NUM_THREADS=" + tooMany);
    }
}
