package org.salient4j.framework.cpu;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of {@link BatchedProductKernel}'s products, for the operation {@code matmul_bp}:
 * from dz to dx = dz yᵀ and dy = xᵀ dz.
 */
public final class BatchedProductGradientKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public BatchedProductGradientKernel() {}

    @Override
    public String opName() {
        return "matmul_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        BatchedProductCall call = call(context).orElseThrow();
        MatrixBatch dz = MatrixBatch.of(context.getInputArray(2));
        MatrixBatch.of(context.getOutputArray(0))
                .transposed(BatchedProductCall.flag(context, 0))
                .becomeProduct(dz, call.y().transposed());
        MatrixBatch.of(context.getOutputArray(1))
                .transposed(BatchedProductCall.flag(context, 1))
                .becomeProduct(call.x().transposed(), dz);
    }

    private static Optional<BatchedProductCall> call(OpContext context) {
        return context.numInputArguments() == 3 && context.numOutputArguments() == 2
                ? BatchedProductCall.of(
                        context,
                        List.of(context.getInputArray(2)),
                        List.of(context.getOutputArray(0), context.getOutputArray(1)))
                : Optional.empty();
    }
}
