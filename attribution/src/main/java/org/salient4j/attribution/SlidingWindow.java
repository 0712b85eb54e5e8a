package org.salient4j.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.salient4j.framework.InvalidInputException;

/** The places of a window of given sizes in an example, as the cells of each. */
final class SlidingWindow {
    private SlidingWindow() {}

    /**
     * @param shape of one example
     * @param window size along each axis, 0 for all of it; empty for 1 along the first
     * @param stride step along each axis; empty for 1
     */
    static int[][] groups(long[] shape, List<Integer> window, List<Integer> stride) {
        List<int[]> starts = List.of(new int[0]);
        int[] sizes = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            int length = (int) shape[axis];
            sizes[axis] = size(shape, window, axis);
            int step = step(shape, stride, axis);
            boolean whole = sizes[axis] == length;
            if (step > sizes[axis] && !whole) {
                throw new InvalidInputException(
                        "stride %s must be at most the window %s, or cells between are left out"
                                .formatted(stride, Arrays.toString(sizes(shape, window))));
            }
            List<int[]> longer = new ArrayList<>();
            for (int[] start : starts) {
                // The last window may stand out, but reaches the end.
                for (int at = 0; at < length - sizes[axis] + step; at += step) {
                    int[] next = Arrays.copyOf(start, axis + 1);
                    next[axis] = at;
                    longer.add(next);
                }
            }
            starts = longer;
        }
        return starts.stream().map(start -> cells(shape, start, sizes)).toArray(int[][]::new);
    }

    private static int[] sizes(long[] shape, List<Integer> window) {
        return IntStream.range(0, shape.length).map(axis -> size(shape, window, axis)).toArray();
    }

    private static int size(long[] shape, List<Integer> window, int axis) {
        int length = (int) shape[axis];
        if (window.isEmpty() && shape.length <= 2) {
            return axis == 0 ? 1 : length;
        }
        if (window.size() != shape.length) {
            throw new InvalidInputException(
                    "window must have a size for each axis of %s (0 for the whole axis), was %s"
                            .formatted(Arrays.toString(shape), window));
        }
        int size = window.get(axis) == 0 ? length : window.get(axis);
        if (size > length) {
            throw new InvalidInputException(
                    "window %s must fit into an example of %s"
                            .formatted(window, Arrays.toString(shape)));
        }
        return size;
    }

    private static int step(long[] shape, List<Integer> stride, int axis) {
        if (stride.isEmpty()) {
            return 1;
        }
        if (stride.size() != shape.length) {
            throw new InvalidInputException(
                    "stride must have a step for each axis of %s, was %s"
                            .formatted(Arrays.toString(shape), stride));
        }
        return stride.get(axis);
    }

    /** Flat indices of the window's cells that lie inside, ascending. */
    private static int[] cells(long[] shape, int[] start, int[] sizes) {
        int[] cells = {0};
        for (int axis = 0; axis < shape.length; axis++) {
            int length = (int) shape[axis];
            int first = start[axis];
            int inside = Math.min(sizes[axis], length - first);
            cells =
                    Arrays.stream(cells)
                            .flatMap(
                                    cell ->
                                            IntStream.range(0, inside)
                                                    .map(i -> cell * length + first + i))
                            .toArray();
        }
        return cells;
    }
}
