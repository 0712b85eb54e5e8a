package org.salient4j.framework.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.CompiledGraph;
import org.salient4j.framework.graph.NativeRandom;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Scope;
import org.salient4j.losses.LossTerms;
import org.salient4j.losses.Objective;

/**
 * The loss of an objective on held-out data, without dropout: for trainings without classes. The
 * same batches are scored every time. What an objective learns itself, such as a temperature, has
 * its start value here.
 */
public final class ObjectiveValidation implements Validation {
    private final Objective objective;
    private final TrainingData data;
    private final int batchSize;
    private final Seed seed;
    private Loss loss;

    /**
     * @param objective whose total at update 0 is the score; its batches need no listener
     * @param data whose first epoch is scored
     * @param batchSize examples a batch
     * @param seed where everything random in the batches and the objective comes from
     */
    public ObjectiveValidation(Objective objective, TrainingData data, int batchSize, Seed seed) {
        this.objective = Objects.requireNonNull(objective, "objective").at(0);
        this.data = Objects.requireNonNull(data, "data");
        this.batchSize = batchSize;
        this.seed = Objects.requireNonNull(seed, "seed");
    }

    @Override
    public void requireFits(Network network, String part) {
        data.requireFits(network, part);
    }

    @Override
    public Evaluation evaluate(Network network) {
        if (loss == null || loss.network != network) {
            loss = new Loss(network);
        }
        return Evaluation.ofLoss(loss.mean());
    }

    @Override
    public String digest() {
        return data.digest() + " " + batchSize + " " + seed.value();
    }

    /** The graph of the loss over one network's parameters. */
    private final class Loss {
        private final Network network;
        private final LossTerms terms;
        private final CompiledGraph graph;
        private final Batches batches;

        Loss(Network network) {
            this.network = network;
            Scope scope =
                    new Scope(SameDiff.create(), network.parameters().extended(), Mode.EXPLAIN);
            this.terms = objective.build(network.architecture(), scope);
            this.graph = new CompiledGraph(scope.graph());
            this.batches = data.batches(network, batchSize, seed);
        }

        double mean() {
            double sum = 0;
            long seen = 0;
            for (int number = 0; number < batches.count(); number++) {
                MultiDataSet batch = batches.get(0, number);
                Map<String, INDArray> placeholders = new HashMap<>();
                for (int i = 0; i < terms.features().size(); i++) {
                    placeholders.put(terms.features().get(i), batch.getFeatures(i));
                }
                for (int i = 0; i < terms.labels().size(); i++) {
                    placeholders.put(terms.labels().get(i), batch.getLabels(i));
                }
                objective
                        .scalars(0)
                        .forEach(
                                (name, value) ->
                                        placeholders.put(
                                                name, Nd4j.scalar(network.dataType(), value)));
                NativeRandom.start(seed.child(number));
                String total = terms.total().name();
                long examples = batch.getFeatures(0).size(0);
                sum += graph.run(placeholders, List.of(total)).get(total).getDouble(0) * examples;
                seen += examples;
            }
            return sum / seen;
        }
    }
}
