package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CifarResNetClassifier;
import org.salient4j.layers.zoo.ResNetClassifier;
import org.salient4j.losses.Objective;
import org.salient4j.losses.SaliencyGuidedObjective;

/** Training steps of networks that normalise batches, planned and by a session. */
class BatchStatisticsPlanTest {

    static List<Architecture> networks() {
        return List.of(
                new ResNetClassifier(3, 8, 8, List.of(4, 6), List.of(2, 1), 3),
                new CifarResNetClassifier(3, 8, 8, 4, 1, 3));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_give_the_bits_of_a_session_in_a_guided_step(Architecture network) {
        Parameters parameters = new Parameters(DataType.FLOAT, Seed.of(3).random());
        SameDiff session = SameDiff.create();
        Built plain = build(network, session, parameters);
        session.setLossVariables(plain.total());
        SameDiff planned = SameDiff.create();
        Built other = build(network, planned, parameters);
        List<String> sources = List.copyOf(parameters.trainable());
        GradientGraph compiled =
                new GradientGraph(planned, planned.getVariable(other.total()), sources);
        for (int rows : new int[] {4, 3, 4}) {
            Map<String, INDArray> batch = batch(rows);
            OutAndGrad expected =
                    session.calculateGradientsAndOutputs(batch, plain.updates(), sources);
            GradientGraph.Pass pass = compiled.run(batch, other.updates());
            assertThat(pass.gradients()).isEqualTo(expected.getGradients());
            for (int i = 0; i < plain.updates().size(); i++) {
                assertThat(pass.outputs().get(other.updates().get(i)))
                        .isEqualTo(expected.getOutputs().get(plain.updates().get(i)));
            }
        }
    }

    /** Names of the loss and of the next running statistics. */
    private record Built(String total, List<String> updates) {}

    private static Built build(Architecture network, SameDiff graph, Parameters parameters) {
        Scope scope = new Scope(graph, parameters, Mode.TRAIN);
        SDVariable total = new SaliencyGuidedObjective().build(network, scope).total();
        List<String> updates = new ArrayList<>();
        scope.updates().values().forEach(next -> updates.add(next.name()));
        return new Built(total.name(), updates);
    }

    private static Map<String, INDArray> batch(int rows) {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, rows, 3);
        for (int b = 0; b < rows; b++) {
            labels.putScalar(b, b % 3, 1);
        }
        return Map.of(
                Objective.INPUT,
                Nd4j.rand(DataType.FLOAT, rows, 3, 8, 8),
                SaliencyGuidedObjective.MASKED,
                Nd4j.rand(DataType.FLOAT, rows, 3, 8, 8),
                SaliencyGuidedObjective.LAMBDA,
                Nd4j.scalar(0.7f),
                Objective.LABELS,
                labels);
    }
}
