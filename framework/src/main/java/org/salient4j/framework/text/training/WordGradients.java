package org.salient4j.framework.text.training;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.GradientGraph;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.OneHot;
import org.salient4j.framework.network.Output;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.BiLstmTextClassifier;

/** The gradient of a network's output with respect to the word vectors, without dropout. */
final class WordGradients {
    private static final String IDS = "ids";
    private static final String TARGET = "target";
    private static final String VECTORS = "vectors";

    private final Network network;
    private final GradientGraph graph;

    WordGradients(Network network, Output output) {
        this.network = network;
        BiLstmTextClassifier architecture = TextNetwork.architecture(network);
        SameDiff made = SameDiff.create();
        Scope scope = new Scope(made, network.parameters(), Mode.EXPLAIN);
        SDVariable ids = made.placeHolder(IDS, network.dataType(), -1, -1);
        SDVariable target = made.placeHolder(TARGET, network.dataType(), -1, network.outputs());
        SDVariable vectors = architecture.vectors(scope, ids).rename(VECTORS);
        SDVariable logits =
                architecture.logitsOfVectors(scope, vectors, architecture.padding(scope, ids));
        this.graph = new GradientGraph(made, output.of(made, logits, target), List.of(VECTORS));
    }

    /**
     * @param vectors [B, T, D]
     * @param gradient of them, of the same shape; both are overwritten by the next pass
     */
    record Pass(INDArray vectors, INDArray gradient) {}

    /**
     * @param ids [B, T] of the network's type
     * @param targets the class explained in each row
     */
    Pass run(INDArray ids, int[] targets) {
        GradientGraph.Pass pass =
                graph.run(
                        Map.of(
                                IDS,
                                ids,
                                TARGET,
                                OneHot.of(targets, network.outputs(), network.dataType())),
                        List.of(VECTORS));
        return new Pass(pass.outputs().get(VECTORS), pass.gradients().get(VECTORS));
    }
}
