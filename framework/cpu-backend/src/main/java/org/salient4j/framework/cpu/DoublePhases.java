package org.salient4j.framework.cpu;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images of an array, one at a time, laid out as the phases of a {@link ConvolutionCall}: where
 * they are if they lie so, else in scratch memory.
 *
 * <p>The classes for the other real type are the same word for word but for the type.
 */
final class DoublePhases implements AutoCloseable {
    private final OffHeapDoubles memory = new OffHeapDoubles();
    private double[] phases = {};
    private double[] image = {};
    private ConvolutionCall call;
    private Planes planes;
    private DoublePlanes images;
    private boolean inPlace;
    private DoublePointer elements;
    private BytePointer bytes;
    private long first;
    private int[] rowStarts;
    private int[] columnStarts;

    /** Begins with the images of an array. */
    void begin(ConvolutionCall of, INDArray array) {
        call = of;
        planes = Planes.of(array, call.channelsFirst());
        images = new DoublePlanes(array, planes);
        inPlace = call.isLaidOut(planes);
        if (inPlace) {
            elements = new DoublePointer(array.data().pointer());
        } else {
            phases = DoubleSlabs.zeros(phases, call.laidOut());
            image = DoubleSlabs.grown(image, planes.length());
            rowStarts = call.rowStarts();
            columnStarts = call.columnStarts();
            elements = memory.reserved(call.laidOut()).position(0);
            first = 0;
        }
        bytes = new BytePointer(elements);
    }

    /** The memory from an element of the current image on, valid until the next call. */
    DoublePointer at(long element) {
        return elements.position(first + element);
    }

    /** As {@link #at}, for copies. */
    BytePointer bytes(long element) {
        return bytes.position((first + element) * Double.BYTES);
    }

    /** Goes to an image, to read it. */
    void load(int index) {
        if (inPlace) {
            first = planes.start(index);
            return;
        }
        images.read(index, image);
        int from = 0;
        for (int channel = 0; channel < planes.channels(); channel++) {
            for (int row : rowStarts) {
                int to = channel * call.plane() + row;
                for (int column : columnStarts) {
                    phases[to + column] = image[from++];
                }
            }
        }
        memory.filled(phases, 0, call.laidOut());
    }

    /** Goes to an image, to write it, and fills it with zeros. */
    void clear(int index) {
        if (inPlace) {
            first = planes.start(index);
        }
        Pointer.memset(bytes(0), 0, (long) call.laidOut() * Double.BYTES);
    }

    /** Ends the writing of an image. */
    void store(int index) {
        if (inPlace) {
            return;
        }
        memory.read(phases, call.laidOut());
        int to = 0;
        for (int channel = 0; channel < planes.channels(); channel++) {
            for (int row : rowStarts) {
                int from = channel * call.plane() + row;
                for (int column : columnStarts) {
                    image[to++] = phases[from + column];
                }
            }
        }
        images.write(index, image);
    }

    @Override
    public void close() {
        memory.close();
    }
}
