package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.losses.SaliencyGuidedObjective;

class CompiledGraphTest {
    private static final INDArray X = Nd4j.createFromArray(new float[][] {{1, -2, 3}, {4, 5, -6}});

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm-input-cell", "tcn", "transformer"})
    void should_give_the_bits_of_a_session_in_a_guided_step(String network) {
        Architecture architecture = Networks.registry().get(network);
        Parameters parameters = new Parameters(DataType.FLOAT, Seed.of(3).random());
        Mode noNoise = Mode.EXPLAIN; // a session draws noise in another order
        SameDiff session = SameDiff.create();
        new SaliencyGuidedObjective()
                .build(architecture, new Scope(session, parameters, noNoise))
                .total()
                .markAsLoss();
        SameDiff planned = SameDiff.create();
        SDVariable total =
                new SaliencyGuidedObjective()
                        .build(architecture, new Scope(planned, parameters, noNoise))
                        .total();
        List<String> sources = List.copyOf(parameters.names());
        GradientGraph compiled = new GradientGraph(planned, total, sources);
        for (int pass = 0; pass < 3; pass++) {
            Map<String, INDArray> placeholders =
                    Map.of(
                            "input", Nd4j.rand(DataType.FLOAT, 3, 50, 50),
                            "masked", Nd4j.rand(DataType.FLOAT, 3, 50, 50),
                            "lambda", Nd4j.scalar(0.7f),
                            "labels", Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}, {0, 1}}));
            Map<String, INDArray> expected = session.calculateGradients(placeholders, sources);
            assertThat(compiled.run(placeholders, List.of()).gradients()).isEqualTo(expected);
        }
    }

    @Test
    void should_see_values_written_into_the_variables() {
        SameDiff graph = SameDiff.create();
        INDArray weights = Nd4j.createFromArray(1f, 2f, 3f);
        graph.placeHolder("x", DataType.FLOAT, -1, 3).mul(graph.var("w", weights)).rename("y");
        CompiledGraph compiled = new CompiledGraph(graph);
        compiled.run(Map.of("x", X), List.of("y"));

        weights.assign(2);

        assertThat(compiled.run(Map.of("x", X), List.of("y")).get("y")).isEqualTo(X.mul(2));
    }

    @Test
    void should_see_arrays_put_in_the_place_of_others() {
        SameDiff graph = SameDiff.create();
        graph.placeHolder("x", DataType.FLOAT, -1, 3)
                .mul(graph.var("w", Nd4j.createFromArray(1f, 2f, 3f)))
                .rename("y");
        CompiledGraph compiled = new CompiledGraph(graph);
        compiled.run(Map.of("x", X), List.of("y"));

        graph.getVariable("w").setArray(Nd4j.createFromArray(3f, 3f, 3f));

        assertThat(compiled.run(Map.of("x", X), List.of("y")).get("y")).isEqualTo(X.mul(3));
    }

    @Test
    void should_cast_and_not_keep_placeholders() {
        SameDiff graph = SameDiff.create();
        graph.placeHolder("x", DataType.DOUBLE, -1, 3).reshape(-1).mul(2).rename("y");
        CompiledGraph compiled = new CompiledGraph(graph);
        INDArray x = X.dup('f');

        INDArray y = compiled.run(Map.of("x", x), List.of("y")).get("y");
        y.assign(7);

        assertThat(x).isEqualTo(X);
        assertThat(compiled.run(Map.of("x", x), List.of("y")).get("y"))
                .isEqualTo(X.castTo(DataType.DOUBLE).reshape(6).mul(2));
    }

    @Test
    void should_run_in_the_session_what_depends_on_values() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 3);
        SDVariable times = graph.placeHolder("times", DataType.INT64, 2);
        graph.tile(x, times).rename("y");
        CompiledGraph compiled = new CompiledGraph(graph);

        for (long rows : new long[] {2, 5}) {
            Map<String, INDArray> values =
                    Map.of("x", X, "times", Nd4j.createFromArray(new long[] {rows, 1}));
            assertThat(compiled.run(values, List.of("y")).get("y").shape())
                    .containsExactly(2 * rows, 3);
        }
    }

    @Test
    void should_run_loops_in_the_session() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT);
        SDVariable[] doubled =
                graph.whileLoop(
                        "loop",
                        new SDVariable[] {x},
                        (g, v) -> v[0].lt(10.0),
                        (g, v) -> new SDVariable[] {v[0].mul(2.0)});
        doubled[0].add("y", 0.5);
        CompiledGraph compiled = new CompiledGraph(graph);

        assertThat(compiled.run(Map.of("x", Nd4j.scalar(1f)), List.of("y")).get("y").getFloat(0))
                .isEqualTo(16.5f);
        assertThat(compiled.run(Map.of("x", Nd4j.scalar(7f)), List.of("y")).get("y").getFloat(0))
                .isEqualTo(14.5f);
    }

    @Test
    void should_run_in_the_session_a_range_of_any_length() {
        SameDiff graph = SameDiff.create();
        SDVariable end = graph.placeHolder("end", DataType.FLOAT);
        graph.range(graph.constant(0f), end, graph.constant(1f), DataType.FLOAT).rename("y");
        CompiledGraph compiled = new CompiledGraph(graph);

        for (int length : new int[] {5, 3}) {
            Map<String, INDArray> values = Map.of("end", Nd4j.scalar((float) length));
            assertThat(compiled.run(values, List.of("y")).get("y").length()).isEqualTo(length);
        }
    }

    /** The tangent of a maximum needs it. */
    @Test
    void should_plan_where_the_largest_values_lie() throws UnplannableGraphException {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 3);
        SDVariable largest = graph.oneHot(graph.argmax(x, 1), 3, 1, 1, 0, DataType.FLOAT);
        x.mul(largest).rename("y");
        GraphPlan plan = new GraphPlanner(graph, Set.of("y")).plan(Map.of("x", X));
        INDArray elsewhere = X.neg();

        assertThat(plan.run(Map.of("x", elsewhere)).get("y"))
                .isEqualTo(Nd4j.createFromArray(new float[][] {{0, 2, 0}, {0, 0, 6}}));
    }

    @Test
    void should_say_which_placeholder_has_no_value() {
        SameDiff graph = SameDiff.create();
        graph.placeHolder("x", DataType.FLOAT, -1, 3)
                .add(graph.placeHolder("b", DataType.FLOAT, 3))
                .rename("y");
        CompiledGraph compiled = new CompiledGraph(graph);

        assertThatThrownBy(() -> compiled.run(Map.of("x", X), List.of("y")))
                .hasMessage("no value for the placeholder 'b'; there are values for [x]");
        assertThatThrownBy(() -> compiled.run(Map.of("z", X), List.of("y")))
                .hasMessageContaining("the graph has no placeholder 'z'");
    }
}
