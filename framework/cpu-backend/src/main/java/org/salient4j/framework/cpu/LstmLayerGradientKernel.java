package org.salient4j.framework.cpu;

import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of an LSTM layer by back-propagation through time, for the operation {@code
 * lstmLayer_bp}: from dL/dh of all steps, of the last step, and dL/dc of the last step, any of
 * which may be absent, to the gradients of x, Wx, Wr and, if given, b, h0 and c0. Supports what
 * {@link LstmLayerKernel} does.
 *
 * <p>Goes on from the states of the forward pass if that was the last one of this thread and on the
 * same values; otherwise it computes them again, in about a third of the time. The stock operation
 * of 1.0.0-M2.1 does not free all it takes (half a megabyte a call at B = T = F = 50, H = 5) and
 * writes beyond its arrays if H = 1; this one does neither.
 */
public final class LstmLayerGradientKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public LstmLayerGradientKernel() {}

    @Override
    public String opName() {
        return "lstmLayer_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        return LstmCall.backward(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        LstmCall call = LstmCall.backward(context).orElseThrow();
        LstmScratch.run(call, FloatLstm::backward, DoubleLstm::backward);
    }
}
