package org.salient4j.layers;

/** Start values of a convolution, as the code that a network comes from draws them. */
public enum KernelStart {
    /** Weights and bias U(±1/√fan-in): PyTorch's default. */
    UNIFORM {
        @Override
        Initializer weight(long fanIn, long fanOut) {
            return Initializer.uniform(1 / Math.sqrt((double) fanIn));
        }

        @Override
        Initializer bias(long fanIn) {
            return Initializer.uniform(1 / Math.sqrt((double) fanIn));
        }
    },
    /** He et al. (ICCV 2015): weights N(0, 2/fan-in), bias 0. */
    HE_FAN_IN {
        @Override
        Initializer weight(long fanIn, long fanOut) {
            return Initializer.normal(Math.sqrt(2.0 / fanIn));
        }
    },
    /** The same by the outputs: weights N(0, 2/fan-out), bias 0. */
    HE_FAN_OUT {
        @Override
        Initializer weight(long fanIn, long fanOut) {
            return Initializer.normal(Math.sqrt(2.0 / fanOut));
        }
    };

    /**
     * @param fanIn inputs of an output
     * @param fanOut outputs of an input
     */
    abstract Initializer weight(long fanIn, long fanOut);

    Initializer bias(long fanIn) {
        return Initializer.zeros();
    }
}
