package org.salient4j.framework.cpu;

import org.nd4j.linalg.api.ops.OpContext;

/**
 * A replacement for one native operation of ND4J.
 *
 * <p>A kernel computes what the stock operation computes, to rounding, from the same inputs and
 * arguments into the same output arrays. Inputs and outputs may be views, may have any strides and
 * may be of any order; a kernel that cannot deal with a call says so in {@link #supports} and the
 * stock operation runs.
 *
 * <p>Kernels are found by {@link java.util.ServiceLoader}, made once, and called by several threads
 * at the same time; scratch memory belongs to the thread.
 */
public interface CpuKernel {
    /** The name of the operation as ND4J knows it, such as {@code lstmLayer}. */
    String opName();

    /**
     * Whether {@link #execute} can run this call. Reads arguments, types and shapes, never values,
     * and returns {@code false} for malformed calls, so that the stock operation reports them.
     */
    boolean supports(OpContext context);

    /** Computes the outputs of a call that {@link #supports} accepted. */
    void execute(OpContext context);
}
