package org.salient4j.framework.training;

import java.nio.file.Path;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.salient4j.framework.Seed;
import org.salient4j.framework.TinySeries;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.losses.SaliencyGuidedObjective;

/** A process that dies in the middle of a training; arguments: checkpoint, last step. */
final class KilledTraining {
    static final Seed SEED = Seed.of(7);
    static final TrainingOptions OPTIONS =
            TrainingOptions.fixedBudget(4)
                    .withBatchSize(8)
                    .withUpdater(UpdaterKind.ADAM, 0.02)
                    .withCheckpointEvery(3);

    private KilledTraining() {}

    public static void main(String[] args) {
        int last = Integer.parseInt(args[1]);
        Listener death =
                new BaseListener() {
                    @Override
                    public boolean isActive(Operation operation) {
                        return true;
                    }

                    @Override
                    public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
                        if (at.iteration() + 1 == last) {
                            Runtime.getRuntime().halt(137);
                        }
                    }
                };
        Network network = network(SEED);
        new Trainer(OPTIONS, SEED)
                .withCheckpoint(Path.of(args[0]))
                .fit(
                        network,
                        new SaliencyGuidedObjective(),
                        TinySeries.examples(27, 1),
                        null,
                        guided(network),
                        death);
    }

    static Network network(Seed seed) {
        return Network.initialise(TinySeries.architecture(), DataType.FLOAT, seed);
    }

    static Listener guided(Network network) {
        return new SaliencyGuidedListener(network, new SaliencyGuidedOptions(), SEED);
    }
}
