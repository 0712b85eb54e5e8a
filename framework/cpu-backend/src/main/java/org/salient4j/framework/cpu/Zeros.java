package org.salient4j.framework.cpu;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Clears arrays in which sums are made. */
final class Zeros {
    private Zeros() {}

    /** Sets every element of an array of floats or doubles to zero. */
    static void fill(INDArray array) {
        BroadcastLoop loop = BroadcastLoop.over(array.shape(), List.of(array));
        if (array.dataType() == DataType.FLOAT) {
            FloatBlock block = new FloatBlock(array, loop, 0, FloatScratch.blocks()[0]);
            loop.run((offsets, rows, columns) -> block.clear(offsets[0], rows, columns));
        } else {
            DoubleBlock block = new DoubleBlock(array, loop, 0, DoubleScratch.blocks()[0]);
            loop.run((offsets, rows, columns) -> block.clear(offsets[0], rows, columns));
        }
    }
}
