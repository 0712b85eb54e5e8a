package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/** Passes are planned and reuse each other's arrays, and their values do not tell. */
class GradientGraphTest {

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm-input-cell", "tcn", "transformer"})
    void should_give_the_bits_of_a_session(String network) {
        Architecture architecture = Networks.registry().get(network);
        Parameters parameters = new Parameters(DataType.FLOAT, Seed.of(3).random());
        SameDiff plain = graph(architecture, parameters);
        plain.createGradFunction("input");
        SameDiff recycling = graph(architecture, parameters);
        List<String> sources = new ArrayList<>(parameters.names());
        sources.add("input");
        GradientGraph passes = new GradientGraph(recycling, recycling.getVariable("loss"), sources);
        for (int rows : new int[] {4, 2, 4, 1, 2, 4}) { // shapes come back
            Map<String, INDArray> x = Map.of("input", Nd4j.rand(DataType.FLOAT, rows, 50, 50));
            OutAndGrad expected = plain.calculateGradientsAndOutputs(x, List.of("logits"), sources);
            GradientGraph.Pass pass = passes.run(x, List.of("logits"));
            assertThat(pass.outputs()).isEqualTo(expected.getOutputs());
            assertThat(pass.gradients()).isEqualTo(expected.getGradients());
            // what was given belongs to the caller until the next pass
            pass.gradients().values().forEach(gradient -> gradient.assign(Double.NaN));
            pass.outputs().values().forEach(output -> output.assign(Double.NaN));
        }
    }

    @Test
    void should_refuse_a_table_of_rows_that_is_read_in_another_way_as_well() {
        SameDiff graph = SameDiff.create();
        SDVariable ids = graph.placeHolder("ids", DataType.INT, -1);
        SDVariable table = graph.var("table", Nd4j.ones(DataType.DOUBLE, 3, 2));
        SDVariable loss = graph.gather(table, ids, 0).sum().add(table.mul(2).sum());

        assertThatThrownBy(() -> new GradientGraph(graph, loss, List.of("table")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows of 'table' are looked up and op '");
    }

    private static SameDiff graph(Architecture architecture, Parameters parameters) {
        SameDiff graph = SameDiff.create();
        SDVariable input = graph.placeHolder("input", DataType.FLOAT, -1, 50, 50);
        SDVariable logits =
                architecture
                        .output(new Scope(graph, parameters, Mode.EXPLAIN), input)
                        .rename("logits");
        logits.mul(logits).sum().rename("loss");
        graph.setLossVariables("loss");
        return graph;
    }
}
