package org.salient4j.framework.cpu;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * Products of batches of matrices, for the operation {@code matmul} on arrays of rank three or
 * more: one BLAS call a matrix on the arrays where they are. The stock operation makes an array
 * object for every matrix and copies permuted ones, which for attention's small matrices takes
 * several times as long as the product.
 */
public final class BatchedProductKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public BatchedProductKernel() {}

    @Override
    public String opName() {
        return "matmul";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        BatchedProductCall call = call(context).orElseThrow();
        MatrixBatch.of(context.getOutputArray(0)).becomeProduct(call.x(), call.y());
    }

    private static Optional<BatchedProductCall> call(OpContext context) {
        return context.numInputArguments() == 2 && context.numOutputArguments() == 1
                ? BatchedProductCall.of(context, List.of(context.getOutputArray(0)), List.of())
                : Optional.empty();
    }
}
