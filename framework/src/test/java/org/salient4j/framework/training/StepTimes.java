package org.salient4j.framework.training;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.saliency.Batch;
import org.salient4j.framework.saliency.Mask;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/**
 * Median time of a standard and of a saliency guided step of a network with its default sizes at
 * batch 50, in turn so that a busy machine slows both: {@code -Dsalient4j.network=tcn}, the LSTM
 * unless set. Run with OMP_NUM_THREADS=1; {@code -Dsalient4j.backend=stock} switches the project's
 * kernels off.
 */
@Tag("slow")
class StepTimes {
    private static final int ROUNDS = 7;
    private static final int STEPS = 100;

    @Test
    void print() {
        double[] standard = new double[ROUNDS];
        double[] guided = new double[ROUNDS];
        double[][] parts = new double[ROUNDS][];
        for (int round = 0; round < ROUNDS; round++) {
            standard[round] = median(false, new Parts(network()));
            Network network = network();
            Parts listener = new Parts(network);
            guided[round] = run(true, network, listener);
            parts[round] = listener.milliseconds();
        }
        System.out.println(Nd4j.getExecutioner().getClass().getSimpleName());
        System.out.printf(
                Locale.ROOT,
                "standard %.2f ms, saliency guided %.2f ms, ratio %.2f%n",
                median(standard),
                median(guided),
                median(guided) / median(standard));
        double[] last = parts[ROUNDS - 1];
        System.out.printf(
                Locale.ROOT,
                "of it: scores %.2f ms, selection %.2f ms, fill %.2f ms%n",
                last[0],
                last[1],
                last[2]);
    }

    private static double median(boolean guided, Parts parts) {
        return run(guided, network(), parts);
    }

    private static double run(boolean guided, Network network, Parts parts) {
        Examples train = new Examples(Nd4j.rand(DataType.FLOAT, 500, 50, 50), new int[500]);
        Timer timer = new Timer();
        Listener[] listeners = guided ? new Listener[] {parts, timer} : new Listener[] {timer};
        new Trainer(TrainingOptions.fixedBudget(STEPS / 10), Seed.of(7))
                .fit(
                        network,
                        guided ? new SaliencyGuidedObjective() : new StandardObjective(),
                        train,
                        null,
                        listeners);
        return median(Arrays.copyOfRange(timer.milliseconds, 10, STEPS - 1));
    }

    private static Network network() {
        return Network.initialise(
                Networks.registry().get(System.getProperty("salient4j.network", "lstm")),
                DataType.FLOAT,
                Seed.of(7));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** From the end of one step to the end of the next. */
    private static final class Timer extends BaseListener {
        private final double[] milliseconds = new double[STEPS];
        private long before;

        @Override
        public boolean isActive(Operation operation) {
            return true;
        }

        @Override
        public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
            long now = System.nanoTime();
            if (at.iteration() > 0) {
                milliseconds[at.iteration() - 1] = (now - before) / 1e6;
            }
            before = now;
        }
    }

    private static final class Parts extends SaliencyGuidedListener {
        private final double[][] times = new double[3][STEPS];
        private int calls = -1;

        Parts(Network network) {
            super(network, new SaliencyGuidedOptions(), Seed.of(7));
        }

        double[] milliseconds() {
            return Arrays.stream(times).mapToDouble(StepTimes::median).toArray();
        }

        @Override
        protected INDArray scores(Batch batch) {
            long start = System.nanoTime();
            INDArray scores = super.scores(batch);
            times[0][++calls] = (System.nanoTime() - start) / 1e6;
            return scores;
        }

        @Override
        protected Mask lowest(INDArray scores, double fraction) {
            long start = System.nanoTime();
            Mask mask = super.lowest(scores, fraction);
            times[1][calls] = (System.nanoTime() - start) / 1e6;
            return mask;
        }

        @Override
        protected INDArray fill(Batch batch, Mask mask) {
            long start = System.nanoTime();
            INDArray filled = super.fill(batch, mask);
            times[2][calls] = (System.nanoTime() - start) / 1e6;
            return filled;
        }
    }
}
