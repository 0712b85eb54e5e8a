package org.salient4j.framework.cpu;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Ways in which the elements of an array may lie in memory. */
enum Layout {
    C_ORDER {
        @Override
        INDArray like(INDArray array) {
            return array.dup('c');
        }
    },
    F_ORDER {
        @Override
        INDArray like(INDArray array) {
            return array.dup('f');
        }
    },
    /** Every other element of each axis of a larger array, from the second on. */
    STRIDED_VIEW {
        @Override
        INDArray like(INDArray array) {
            long[] larger = Arrays.stream(array.shape()).map(size -> 2 * size + 1).toArray();
            INDArrayIndex[] every =
                    Arrays.stream(array.shape())
                            .mapToObj(size -> NDArrayIndex.interval(1, 2, 2 * size + 1))
                            .toArray(INDArrayIndex[]::new);
            return filled(Nd4j.valueArrayOf(larger, 77, array.dataType()).get(every), array);
        }
    },
    /** The second half of a larger array. */
    OFFSET_VIEW {
        @Override
        INDArray like(INDArray array) {
            long[] larger = array.shape().clone();
            long size = larger[0];
            larger[0] = 2 * size;
            INDArray parent = Nd4j.valueArrayOf(larger, 77, array.dataType());
            return filled(parent.get(NDArrayIndex.interval(size, 2 * size)), array);
        }
    },
    /** The axes in reverse order. */
    TRANSPOSED {
        @Override
        INDArray like(INDArray array) {
            int rank = array.rank();
            int[] reverse = new int[rank];
            for (int axis = 0; axis < rank; axis++) {
                reverse[axis] = rank - 1 - axis;
            }
            return rank < 2 ? array.dup() : array.permute(reverse).dup('c').permute(reverse);
        }
    };

    /** The same elements in this layout. */
    abstract INDArray like(INDArray array);

    private static INDArray filled(INDArray view, INDArray elements) {
        INDArray shaped = view.rank() == elements.rank() ? view : view.reshape(elements.shape());
        shaped.assign(elements);
        return shaped;
    }
}
