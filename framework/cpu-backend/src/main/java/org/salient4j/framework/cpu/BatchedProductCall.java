package org.salient4j.framework.cpu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * A call of {@code matmul} or {@code matmul_bp} on batches of matrices: z = x y with x and y as
 * they enter the product, that is, transposed where the arguments say so.
 */
record BatchedProductCall(MatrixBatch x, MatrixBatch y) {
    /**
     * The call, if kernels can run it: one type, float or double, rank three or more, the same
     * batch axes, neither scaling nor a transposed result. Products of two matrices are left to the
     * stock operation, which passes them to BLAS as they are.
     *
     * @param products the arrays that have the product's shape
     * @param likeInputs the arrays that have the shapes of the two inputs
     */
    static Optional<BatchedProductCall> of(
            OpContext context, List<INDArray> products, List<INDArray> likeInputs) {
        INDArray x = context.getInputArray(0);
        INDArray y = context.getInputArray(1);
        DataType type = x.dataType();
        boolean addressable =
                Stream.of(List.of(x, y), products, likeInputs)
                        .flatMap(List::stream)
                        .allMatch(
                                a ->
                                        a.dataType() == type
                                                && a.rank() >= 3
                                                && MatrixBatch.isAddressable(a)
                                                && MatrixBatch.sameBatch(a, x));
        if ((type != DataType.FLOAT && type != DataType.DOUBLE)
                || !addressable
                || !isPlain(context)) {
            return Optional.empty();
        }
        int last = x.rank() - 1;
        boolean transposeX = flag(context, 0);
        boolean transposeY = flag(context, 1);
        long inner = x.size(transposeX ? last - 1 : last);
        boolean fits =
                inner == y.size(transposeY ? last : last - 1)
                        && products.stream()
                                .allMatch(
                                        z ->
                                                z.size(last - 1)
                                                                == x.size(
                                                                        transposeX
                                                                                ? last
                                                                                : last - 1)
                                                        && z.size(last)
                                                                == y.size(
                                                                        transposeY
                                                                                ? last - 1
                                                                                : last))
                        && (likeInputs.isEmpty()
                                || (likeInputs.get(0).equalShapes(x)
                                        && likeInputs.get(1).equalShapes(y)));
        return fits
                ? Optional.of(
                        new BatchedProductCall(
                                MatrixBatch.of(x).transposed(transposeX),
                                MatrixBatch.of(y).transposed(transposeY)))
                : Optional.empty();
    }

    static boolean flag(OpContext context, int index) {
        return context.numIArguments() > index && context.getIArguments().get(index) != 0;
    }

    private static boolean isPlain(OpContext context) {
        double alpha = context.numTArguments() > 0 ? context.getTArguments().get(0) : 1;
        double beta = context.numTArguments() > 1 ? context.getTArguments().get(1) : 0;
        return alpha == 1 && beta == 0 && !flag(context, 2);
    }
}
