package org.salient4j.attribution;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/** Attributions of one output after another. */
final class EveryOutput {
    private EveryOutput() {}

    static INDArray oneByOne(
            AttributionMethod method, DifferentiableModel model, INDArray x, Seed seed) {
        Samples samples = Samples.of(model, x);
        int outputs = model.outputs();
        int cells = samples.cells();
        double[] all = new double[Math.multiplyExact(samples.values().length, outputs)];
        for (int c = 0; c < outputs; c++) {
            int[] targets = new int[samples.count()];
            Arrays.fill(targets, c);
            double[] values = HostArray.doubles(method.attribute(model, x, targets, seed).values());
            for (int b = 0; b < samples.count(); b++) {
                System.arraycopy(values, b * cells, all, (b * outputs + c) * cells, cells);
            }
        }
        return samples.arrayOfEach(all);
    }
}
