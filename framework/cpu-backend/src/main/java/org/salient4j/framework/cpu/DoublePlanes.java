package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Images of an array, read and written one at a time as {@code [C, H, W]} on the heap. */
final class DoublePlanes {
    private final DoubleBuffer buffer;
    private final Planes planes;

    DoublePlanes(INDArray array, Planes planes) {
        this.buffer = DoubleBlock.buffer(array);
        this.planes = planes;
    }

    void read(int image, double[] target) {
        if (planes.isBlock()) {
            buffer.get(planes.start(image), target, 0, planes.length());
            return;
        }
        int width = planes.width();
        int step = planes.columnStride();
        int to = 0;
        for (int channel = 0; channel < planes.channels(); channel++) {
            for (int row = 0; row < planes.height(); row++) {
                int from = start(image, channel, row);
                if (step == 1) {
                    buffer.get(from, target, to, width);
                } else {
                    for (int column = 0; column < width; column++) {
                        target[to + column] = buffer.get(from + column * step);
                    }
                }
                to += width;
            }
        }
    }

    void write(int image, double[] source) {
        if (planes.isBlock()) {
            buffer.put(planes.start(image), source, 0, planes.length());
            return;
        }
        int width = planes.width();
        int step = planes.columnStride();
        int from = 0;
        for (int channel = 0; channel < planes.channels(); channel++) {
            for (int row = 0; row < planes.height(); row++) {
                int to = start(image, channel, row);
                if (step == 1) {
                    buffer.put(to, source, from, width);
                } else {
                    for (int column = 0; column < width; column++) {
                        buffer.put(to + column * step, source[from + column]);
                    }
                }
                from += width;
            }
        }
    }

    private int start(int image, int channel, int row) {
        return planes.start(image) + channel * planes.channelStride() + row * planes.rowStride();
    }
}
