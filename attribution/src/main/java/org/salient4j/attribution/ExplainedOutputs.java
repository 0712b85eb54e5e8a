package org.salient4j.attribution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.network.Output;

/**
 * The K functions of a sample's outputs that are explained: that of its target, or that of every
 * output, which a forward pass gives at no further price.
 */
final class ExplainedOutputs {
    private final Samples samples;
    private final Output output;
    private final boolean every;

    private ExplainedOutputs(Samples samples, Output output, boolean every) {
        this.samples = samples;
        this.output = output;
        this.every = every;
    }

    /** Of each sample's target: K = 1. */
    static ExplainedOutputs ofTargets(Samples samples, Output output) {
        return new ExplainedOutputs(samples, output, false);
    }

    /** Of each output in turn: K = C. */
    static ExplainedOutputs ofEach(Samples samples, Output output) {
        return new ExplainedOutputs(samples, output, true);
    }

    /** K. */
    int count() {
        return every ? samples.model().outputs() : 1;
    }

    /**
     * @param z the outputs at a point of a sample
     * @return K values
     */
    double[] of(int sample, double[] z) {
        double[] values = new double[count()];
        for (int k = 0; k < values.length; k++) {
            int target = every ? k : samples.targets()[sample];
            values[k] = OutputValues.of(z, target, output);
        }
        return values;
    }

    /** Values [B, K, cells] as an array: shaped as x for targets, [B, C, …] for each output. */
    INDArray array(double[] values) {
        return every ? samples.arrayOfEach(values) : samples.array(values);
    }

    /** The attributions of targets. */
    Attribution attribution(double[] values) {
        return new Attribution(array(values), samples.targets());
    }
}
