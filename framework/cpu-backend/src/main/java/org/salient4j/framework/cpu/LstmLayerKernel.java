package org.salient4j.framework.cpu;

import org.nd4j.linalg.api.ops.OpContext;

/**
 * The forward pass of an LSTM layer, for the operation {@code lstmLayer}:
 *
 * <pre>
 * i, f, o = sigmoid(x Wx + h Wr + b)    g = tanh(x Wx + h Wr + b)
 * c' = f c + i g                        h' = o tanh(c')
 * </pre>
 *
 * <p>Runs one direction (first step to last, or last to first) with sigmoid gates and tanh cells in
 * float and double, any of the formats TNS, NTS and NST, with or without bias, initial output and
 * initial cell, and any combination of results. Not bidirectional layers, peepholes, cell clipping,
 * sequence lengths or other activations: the stock operation runs those.
 *
 * <p>Hochreiter and Schmidhuber, Long Short-Term Memory, Neural Computation 9(8), 1997; with forget
 * gates: Gers, Schmidhuber and Cummins, 2000.
 */
public final class LstmLayerKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public LstmLayerKernel() {}

    @Override
    public String opName() {
        return "lstmLayer";
    }

    @Override
    public boolean supports(OpContext context) {
        return LstmCall.forward(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        LstmCall call = LstmCall.forward(context).orElseThrow();
        LstmScratch.run(call, FloatLstm::forward, DoubleLstm::forward);
    }
}
