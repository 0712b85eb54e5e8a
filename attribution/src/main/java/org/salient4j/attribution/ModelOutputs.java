package org.salient4j.attribution;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * All outputs of a model at any number of samples: logits or an embedding, in calls of the bounded
 * size that attribution uses.
 */
public final class ModelOutputs {
    private ModelOutputs() {}

    /**
     * @param model a classifier or an encoder
     * @param x [B, …] as the model takes it, finite
     * @return [B, outputs], DOUBLE
     * @throws org.salient4j.framework.InvalidInputException if {@code x} has another shape or a
     *     value that is not finite
     */
    public static INDArray of(DifferentiableModel model, INDArray x) {
        Samples samples = Samples.of(model, x);
        int cells = samples.cells();
        int outputs = model.outputs();
        int[] one = new int[samples.count()];
        Arrays.fill(one, 1);
        double[] values = new double[samples.count() * outputs];
        OutputCalls.run(
                samples,
                one,
                (b, i, row) -> System.arraycopy(samples.values(), b * cells, row, 0, cells),
                (b, i, z) -> System.arraycopy(z, 0, values, b * outputs, outputs));
        return HostArray.of(values, DataType.DOUBLE, samples.count(), outputs);
    }
}
