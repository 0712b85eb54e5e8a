package org.salient4j.framework.cpu;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution of images and its gradient as products of matrices, one stripe of one image after the
 * other: what the taps see is copied run by run and multiplied by BLAS. Elements between the rows
 * of a result go through the products too, which costs less than leaving them out; they meet zeros
 * or are left behind. A bias is the weight of one more tap, which sees ones.
 *
 * <p>The classes for the other real type are the same word for word but for the type.
 */
final class DoubleConvolution implements AutoCloseable {
    private final DoublePhases images = new DoublePhases();
    private final DoublePhases gradients = new DoublePhases();
    private final OffHeapDoubles weights = new OffHeapDoubles();
    private final OffHeapDoubles sums = new OffHeapDoubles();
    private final OffHeapDoubles seen = new OffHeapDoubles();
    private final OffHeapDoubles stripe = new OffHeapDoubles();
    private double[] matrix = {};
    private double[] ofStripe = {};
    private double[] ofResult = {};

    /**
     * {@code y = x * w + b}.
     *
     * @param b null if there is none
     */
    void forward(ConvolutionCall call, INDArray x, INDArray w, INDArray b, INDArray y) {
        int outputs = call.outputs();
        int pitch = call.pitch();
        int taps = call.inputs() * call.taps();
        int rows = b == null ? taps : taps + 1;
        matrix = DoubleSlabs.grown(matrix, rows * outputs);
        readWeights(call, w);
        if (b != null) {
            readBias(b, taps * outputs);
        }
        DoublePointer kernel = weights.filled(matrix, 0, rows * outputs);
        DoublePointer columns = columns(rows, taps, pitch);
        DoublePointer target = stripe.reserved(outputs * pitch);
        ofStripe = DoubleSlabs.grown(ofStripe, outputs * pitch);
        ofResult = DoubleSlabs.grown(ofResult, outputs * call.positions());
        DoublePlanes results = new DoublePlanes(y, Planes.of(y, call.channelsFirst()));
        images.begin(call, x);
        for (int image = 0; image < call.batch(); image++) {
            images.load(image);
            for (int row = 0; row < call.rows().outputs(); row += call.stripe()) {
                copySeen(call, row, columns);
                cblas_dgemm(
                        CblasRowMajor,
                        CblasTrans,
                        CblasNoTrans,
                        outputs,
                        call.run(row),
                        rows,
                        1,
                        kernel,
                        outputs,
                        columns.position(0),
                        pitch,
                        0,
                        target,
                        pitch);
                stripe.read(ofStripe, outputs * pitch);
                copyRows(call, row, ofStripe, ofResult, true);
            }
            results.write(image, ofResult);
        }
    }

    /**
     * The gradients of {@link #forward} with respect to x, w and b; null where nobody reads one,
     * which changes no bit of the others.
     *
     * @param biased whether there is a bias
     */
    void gradient(
            ConvolutionCall call,
            INDArray x,
            INDArray w,
            INDArray dy,
            INDArray dx,
            INDArray dw,
            INDArray db,
            boolean biased) {
        int outputs = call.outputs();
        int pitch = call.pitch();
        int taps = call.inputs() * call.taps();
        int rows = biased ? taps + 1 : taps;
        boolean sum = dw != null || db != null;
        matrix = DoubleSlabs.grown(matrix, rows * outputs);
        readWeights(call, w);
        DoublePointer kernel = weights.filled(matrix, 0, taps * outputs);
        DoublePointer columns = columns(rows, taps, pitch);
        matrix = DoubleSlabs.zeros(matrix, rows * outputs);
        DoublePointer total = sums.filled(matrix, 0, rows * outputs);
        ofStripe = DoubleSlabs.zeros(ofStripe, outputs * pitch);
        ofResult = DoubleSlabs.grown(ofResult, outputs * call.positions());
        DoublePlanes results = new DoublePlanes(dy, Planes.of(dy, call.channelsFirst()));
        images.begin(call, x);
        if (dx != null) {
            gradients.begin(call, dx);
        }
        for (int image = 0; image < call.batch(); image++) {
            results.read(image, ofResult);
            if (sum) {
                images.load(image);
            }
            if (dx != null) {
                gradients.clear(image);
            }
            for (int row = 0; row < call.rows().outputs(); row += call.stripe()) {
                copyRows(call, row, ofStripe, ofResult, false);
                DoublePointer given = stripe.filled(ofStripe, 0, outputs * pitch);
                if (sum) {
                    copySeen(call, row, columns);
                    addProduct(call, row, rows, columns.position(0), given, total);
                }
                if (dx != null) {
                    gradientOfSeen(call, row, kernel, given, columns.position(0));
                    addSeen(call, row, call.run(row), columns);
                }
            }
            if (dx != null) {
                gradients.store(image);
            }
        }
        sums.read(matrix, rows * outputs);
        if (dw != null) {
            writeWeights(call, dw);
        }
        if (db != null) {
            writeBias(db, taps * outputs);
        }
    }

    /** {@code total += columns given'}: a stripe's part of the gradient of the weights. */
    private static void addProduct(
            ConvolutionCall call,
            int firstRow,
            int rows,
            DoublePointer columns,
            DoublePointer given,
            DoublePointer total) {
        cblas_dgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasTrans,
                rows,
                call.outputs(),
                call.run(firstRow),
                1,
                columns,
                call.pitch(),
                given,
                call.pitch(),
                1,
                total,
                call.outputs());
    }

    /** {@code columns = kernel given}: the gradient of what the taps see of a stripe. */
    private static void gradientOfSeen(
            ConvolutionCall call,
            int firstRow,
            DoublePointer kernel,
            DoublePointer given,
            DoublePointer columns) {
        cblas_dgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                call.inputs() * call.taps(),
                call.run(firstRow),
                call.outputs(),
                1,
                kernel,
                call.outputs(),
                given,
                call.pitch(),
                0,
                columns,
                call.pitch());
    }

    /** Memory for what the taps see; ones in the last row, if that is the bias's. */
    private DoublePointer columns(int rows, int taps, int pitch) {
        DoublePointer columns = seen.reserved(rows * pitch);
        if (rows > taps) {
            double[] ones = new double[pitch];
            Arrays.fill(ones, 1);
            columns.position((long) taps * pitch).put(ones, 0, pitch);
        }
        return columns;
    }

    /** What the taps see of a stripe of the current image, one row for a tap and a channel. */
    private void copySeen(ConvolutionCall call, int firstRow, DoublePointer columns) {
        int inputs = call.inputs();
        int pitch = call.pitch();
        BytePointer target = new BytePointer(columns.position(0));
        for (int tap = 0; tap < call.taps(); tap++) {
            long to = (long) tap * inputs * pitch * Double.BYTES;
            long from = call.start(tap) + (long) firstRow * call.phaseWidth();
            if (call.isWhole()) {
                // A stripe has the pitch of a phase: all channels are one run.
                long length = (long) inputs * pitch - call.shift(tap);
                Pointer.memcpy(target.position(to), images.bytes(from), length * Double.BYTES);
            } else {
                long length = (long) call.run(firstRow) * Double.BYTES;
                for (int channel = 0; channel < inputs; channel++) {
                    Pointer.memcpy(
                            target.position(to + (long) channel * pitch * Double.BYTES),
                            images.bytes(from + (long) channel * call.plane()),
                            length);
                }
            }
        }
    }

    /** Adds the gradient of what the taps see to that of the current image, first tap first. */
    private void addSeen(ConvolutionCall call, int firstRow, int run, DoublePointer columns) {
        int inputs = call.inputs();
        int pitch = call.pitch();
        for (int channel = 0; channel < inputs; channel++) {
            for (int tap = 0; tap < call.taps(); tap++) {
                long to =
                        call.start(tap)
                                + (long) channel * call.plane()
                                + (long) firstRow * call.phaseWidth();
                cblas_daxpy(
                        run,
                        1,
                        columns.position((long) (tap * inputs + channel) * pitch),
                        1,
                        gradients.at(to),
                        1);
            }
        }
    }

    /** Copies the rows of a stripe, which have gaps between them, to those of a result, or back. */
    private static void copyRows(
            ConvolutionCall call,
            int firstRow,
            double[] stripe,
            double[] result,
            boolean toResult) {
        int width = call.columns().outputs();
        int height = call.rows().outputs();
        int rows = Math.min(call.stripe(), height - firstRow);
        for (int output = 0; output < call.outputs(); output++) {
            int inStripe = output * call.pitch();
            int inResult = (output * height + firstRow) * width;
            for (int row = 0; row < rows; row++) {
                if (toResult) {
                    System.arraycopy(stripe, inStripe, result, inResult, width);
                } else {
                    System.arraycopy(result, inResult, stripe, inStripe, width);
                }
                inStripe += call.phaseWidth();
                inResult += width;
            }
        }
    }

    /** The weights as a matrix with a row for a tap and an input, and a column for an output. */
    private void readWeights(ConvolutionCall call, INDArray w) {
        DoubleBuffer buffer = DoubleBlock.buffer(w);
        int[] places = call.weightPlaces(w);
        for (int i = 0; i < places.length; i++) {
            matrix[i] = buffer.get(places[i]);
        }
    }

    private void writeWeights(ConvolutionCall call, INDArray w) {
        DoubleBuffer buffer = DoubleBlock.buffer(w);
        int[] places = call.weightPlaces(w);
        for (int i = 0; i < places.length; i++) {
            buffer.put(places[i], matrix[i]);
        }
    }

    private void readBias(INDArray b, int at) {
        DoubleBuffer buffer = DoubleBlock.buffer(b);
        for (int i = 0; i < b.length(); i++) {
            matrix[at + i] = buffer.get((int) b.offset() + i * b.stride(0));
        }
    }

    private void writeBias(INDArray b, int at) {
        DoubleBuffer buffer = DoubleBlock.buffer(b);
        for (int i = 0; i < b.length(); i++) {
            buffer.put((int) b.offset() + i * b.stride(0), matrix[at + i]);
        }
    }

    @Override
    public void close() {
        images.close();
        gradients.close();
        weights.close();
        sums.close();
        seen.close();
        stripe.close();
    }
}
