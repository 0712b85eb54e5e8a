package org.salient4j.framework.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution of images with weights drawn at random. */
record ConvolutionExample(
        DataType type,
        int batch,
        int inputs,
        int outputs,
        int height,
        int width,
        int kernelHeight,
        int kernelWidth,
        int strideHeight,
        int strideWidth,
        int paddingHeight,
        int paddingWidth,
        int dilationHeight,
        int dilationWidth,
        boolean same,
        boolean channelsFirst,
        boolean bias) {

    /** One with sizes drawn at random, in which every window fits. */
    static ConvolutionExample draw(DataType type, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int kernelHeight = random.nextInt(1, 5);
        int kernelWidth = random.nextInt(1, 5);
        int dilationHeight = random.nextInt(1, 4);
        int dilationWidth = random.nextInt(1, 4);
        boolean same = random.nextInt(3) == 0;
        return new ConvolutionExample(
                type,
                random.nextInt(1, 4),
                random.nextInt(1, 5),
                random.nextInt(1, 6),
                (kernelHeight - 1) * dilationHeight + random.nextInt(1, 8),
                (kernelWidth - 1) * dilationWidth + random.nextInt(1, 8),
                kernelHeight,
                kernelWidth,
                // Steps longer than the kernel would need "same" to cut elements off.
                random.nextInt(1, same ? kernelHeight + 1 : 4),
                random.nextInt(1, same ? kernelWidth + 1 : 4),
                same ? 0 : random.nextInt(3),
                same ? 0 : random.nextInt(3),
                dilationHeight,
                dilationWidth,
                same,
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** One with square kernels and neither steps nor padding, as digits are classified with. */
    static ConvolutionExample plain(
            DataType type, int batch, int inputs, int outputs, int size, int kernel) {
        return new ConvolutionExample(
                type, batch, inputs, outputs, size, size, kernel, kernel, 1, 1, 0, 0, 1, 1, false,
                true, true);
    }

    long[] arguments() {
        return new long[] {
            kernelHeight,
            kernelWidth,
            strideHeight,
            strideWidth,
            paddingHeight,
            paddingWidth,
            dilationHeight,
            dilationWidth,
            same ? 1 : 0,
            channelsFirst ? 0 : 1,
            0
        };
    }

    KernelCall forward() {
        return new KernelCall("conv2d", inputs(List.of()), List.of(result()), arguments());
    }

    KernelCall backward() {
        List<INDArray> inputs = inputs(List.of(KernelCall.draw(type, 4, result())));
        List<long[]> shapes = new ArrayList<>();
        inputs.subList(0, inputs.size() - 1).forEach(input -> shapes.add(input.shape().clone()));
        return new KernelCall("conv2d_bp", inputs, shapes, arguments());
    }

    private List<INDArray> inputs(List<INDArray> more) {
        List<INDArray> arrays = new ArrayList<>();
        arrays.add(KernelCall.draw(type, 1, images(inputs, height, width)));
        arrays.add(KernelCall.draw(type, 2, kernelHeight, kernelWidth, inputs, outputs));
        if (bias) {
            arrays.add(KernelCall.draw(type, 3, outputs));
        }
        arrays.addAll(more);
        return List.copyOf(arrays);
    }

    private long[] result() {
        return images(
                outputs,
                positions(height, kernelHeight, strideHeight, paddingHeight, dilationHeight),
                positions(width, kernelWidth, strideWidth, paddingWidth, dilationWidth));
    }

    private int positions(int size, int kernel, int stride, int padding, int dilation) {
        return same
                ? (size + stride - 1) / stride
                : (size + 2 * padding - (kernel - 1) * dilation - 1) / stride + 1;
    }

    private long[] images(int channels, int rows, int columns) {
        return channelsFirst
                ? new long[] {batch, channels, rows, columns}
                : new long[] {batch, rows, columns, channels};
    }
}
