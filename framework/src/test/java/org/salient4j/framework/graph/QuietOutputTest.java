package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class QuietOutputTest {

    @Test
    void should_silence_its_own_thread_and_only_that() {
        String text =
                captured(
                        () -> {
                            QuietOutput.during(
                                    () -> {
                                        System.out.println("hidden");
                                        Thread other =
                                                new Thread(() -> System.out.println("other é"));
                                        other.start();
                                        try {
                                            other.join();
                                        } catch (InterruptedException e) {
                                            throw new IllegalStateException(e);
                                        }
                                        return 1;
                                    });
                            System.out.println("after");
                        });
        assertThat(text).contains("other é").contains("after").doesNotContain("hidden");
    }

    @Test
    void should_speak_again_after_an_error() {
        String text =
                captured(
                        () -> {
                            assertThatThrownBy(
                                            () ->
                                                    QuietOutput.during(
                                                            () -> {
                                                                throw new IllegalStateException(
                                                                        "no");
                                                            }))
                                    .hasMessage("no");
                            System.out.println("after");
                        });
        assertThat(text).contains("after");
    }

    @Test
    void should_build_a_gradient_graph_without_a_word() {
        String text =
                captured(
                        () -> {
                            SameDiff graph = SameDiff.create();
                            SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 2);
                            SDVariable w = graph.var("w", Nd4j.ones(DataType.DOUBLE, 2, 1));
                            SDVariable loss = x.mmul(w).sum().rename("loss");
                            GradientGraph gradients =
                                    new GradientGraph(graph, loss, List.of("x", "w"));
                            GradientGraph.Pass pass =
                                    gradients.run(
                                            Map.of("x", Nd4j.ones(DataType.DOUBLE, 3, 2)),
                                            List.of("loss"));
                            assertThat(pass.outputs().get("loss").getDouble(0)).isEqualTo(6);
                            assertThat(pass.gradients().get("x"))
                                    .isEqualTo(Nd4j.ones(DataType.DOUBLE, 3, 2));
                            assertThat(pass.gradients().get("w"))
                                    .isEqualTo(Nd4j.ones(DataType.DOUBLE, 2, 1).mul(3));
                        });
        assertThat(text).isEmpty();
    }

    private static String captured(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
