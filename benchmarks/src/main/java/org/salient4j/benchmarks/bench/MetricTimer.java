package org.salient4j.benchmarks.bench;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.benchmarks.metrics.AreaUnderPrecision;
import org.salient4j.benchmarks.metrics.AreaUnderRecall;
import org.salient4j.benchmarks.metrics.MetricContext;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

/** Times AUP and AUR of 100 maps of 50 × 50 with a box of 30 × 30, from arrays to both means. */
final class MetricTimer {
    private static final int MAPS = 100;
    private static final int SIDE = 50;
    private static final int FROM = 10;
    private static final int TO = 40;
    private static final Seed SEED = Seed.of(7);

    private MetricTimer() {}

    static Timing areas(TimeBudget budget) {
        SplittableRandom random = new SplittableRandom(SEED.value());
        double[] maps = new double[MAPS * SIDE * SIDE];
        boolean[] truth = new boolean[maps.length];
        for (int i = 0; i < maps.length; i++) {
            int step = i / SIDE % SIDE;
            int feature = i % SIDE;
            truth[i] = step >= FROM && step < TO && feature >= FROM && feature < TO;
            maps[i] = random.nextDouble(0.5) + (truth[i] ? random.nextDouble() : 0);
        }
        INDArray attributions = HostArray.of(maps, DataType.DOUBLE, MAPS, SIDE, SIDE);
        INDArray boxes = Nd4j.createFromArray(truth).reshape(MAPS, SIDE, SIDE);
        return budget.time(
                () -> {
                    MetricContext context = MetricContext.of(attributions, boxes);
                    new AreaUnderPrecision().evaluate(context).mean();
                    new AreaUnderRecall().evaluate(context).mean();
                });
    }
}
