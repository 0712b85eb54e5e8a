package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OpClockTest {
    private static final INDArray X = Nd4j.ones(DataType.FLOAT, 4, 3);

    @Test
    void should_time_every_op_of_a_pass() {
        GradientGraph graph = graph();
        OpClock clock = OpClock.ofExecutioner();
        graph.run(Map.of("x", X), List.of());
        clock.start();
        graph.run(Map.of("x", X), List.of());
        graph.run(Map.of("x", X), List.of());
        List<OpTime> times = clock.stop();
        assertThat(times).extracting(OpTime::op).contains("matmul", "tanh", "tanh_bp");
        assertThat(times).extracting(OpTime::op).doesNotHaveDuplicates();
        assertThat(times)
                .filteredOn(time -> time.op().equals("tanh"))
                .singleElement()
                .satisfies(time -> assertThat(time.count()).isEqualTo(2));
        assertThat(times).allSatisfy(time -> assertThat(time.nanoseconds()).isPositive());
    }

    @Test
    void should_see_only_what_runs_between_start_and_stop() {
        GradientGraph graph = graph();
        OpClock clock = OpClock.ofExecutioner();
        clock.start();
        assertThat(clock.stop()).isEmpty();
        graph.run(Map.of("x", X), List.of());
        clock.start();
        assertThat(clock.stop()).isEmpty();
    }

    @Test
    void should_refuse_to_stop_before_it_was_started() {
        assertThatThrownBy(() -> OpClock.ofExecutioner().stop())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start");
    }

    private static GradientGraph graph() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 3);
        SDVariable w = graph.var("w", Nd4j.ones(DataType.FLOAT, 3, 2));
        return new GradientGraph(graph, graph.math().tanh(x.mmul(w)).sum(), List.of("w"));
    }
}
