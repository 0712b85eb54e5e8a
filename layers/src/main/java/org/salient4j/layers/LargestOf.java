package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Where a maximum lies: what the derivative of a maximum lets through. */
final class LargestOf {
    private LargestOf() {}

    /**
     * @param x the values
     * @param axis the axis of the maximum
     * @param size of that axis
     * @return of x's shape: 1 at the first of the largest values along the axis, 0 elsewhere
     */
    static SDVariable along(SameDiff graph, SDVariable x, int axis, int size) {
        return graph.oneHot(graph.argmax(x, axis), size, axis, 1, 0, x.dataType());
    }
}
