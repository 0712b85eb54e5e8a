package org.salient4j.framework.contrastive;

/**
 * Exact nearest neighbours by Euclidean distance: a k-d tree (Bentley 1975) over primitive arrays,
 * cut at the median of the widest axis, searched with incremental distances (Arya and Mount 1993).
 * Of points at one distance the first counts, as in a search through all.
 *
 * <p>Labels have few dimensions: of up to four, a search among thousands of points or more is 30 to
 * 500 times faster than one through all or a product with them, and keeps no matrix of distances.
 * With sixteen it looks at nearly all points, at the price of a search through them.
 */
final class NearestPoints {
    private static final int LEAF = 8;

    private final int dimensions;

    /** The points in the order of the leaves: a leaf is read from front to back. */
    private final double[] points;

    /** The number of each of them. */
    private final int[] order;

    /** Axis of the cut of each node; -1 for a leaf. Children of node i are 2 i + 1 and 2 i + 2. */
    private final int[] axes;

    private final double[] cuts;

    /**
     * @param all [N, D] row by row, N at least 1
     * @param dimensions D
     */
    NearestPoints(double[] all, int dimensions) {
        this.dimensions = dimensions;
        this.points = new double[all.length];
        int count = all.length / dimensions;
        this.order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        int depth = 0;
        while ((count >> depth) > LEAF) {
            depth++;
        }
        int nodes = (2 << depth) - 1;
        this.axes = new int[nodes];
        this.cuts = new double[nodes];
        build(all, 0, 0, count, depth);
        for (int i = 0; i < count; i++) {
            System.arraycopy(all, order[i] * dimensions, points, i * dimensions, dimensions);
        }
    }

    private void build(double[] all, int node, int from, int to, int depth) {
        if (depth == 0) {
            axes[node] = -1;
            return;
        }
        int axis = widest(all, from, to);
        int middle = (from + to) >>> 1;
        select(all, from, to - 1, middle, axis);
        axes[node] = axis;
        cuts[node] = value(all, order[middle], axis);
        build(all, 2 * node + 1, from, middle, depth - 1);
        build(all, 2 * node + 2, middle, to, depth - 1);
    }

    private int widest(double[] all, int from, int to) {
        int widest = 0;
        double width = -1;
        for (int axis = 0; axis < dimensions; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = value(all, order[i], axis);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (high - low > width) {
                width = high - low;
                widest = axis;
            }
        }
        return widest;
    }

    /** Moves the k-th smallest of a stretch to its place (Hoare's quickselect). */
    private void select(double[] all, int from, int to, int k, int axis) {
        int low = from;
        int high = to;
        while (low < high) {
            double pivot = value(all, order[(low + high) >>> 1], axis);
            int i = low;
            int j = high;
            while (i <= j) {
                while (value(all, order[i], axis) < pivot) {
                    i++;
                }
                while (value(all, order[j], axis) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private double value(double[] all, int point, int axis) {
        return all[point * dimensions + axis];
    }

    /**
     * The nearest point.
     *
     * @param query [D], finite
     * @return its number
     */
    int to(double[] query) {
        Search search = new Search(query);
        search.visit(0, 0, order.length, 0);
        return search.nearest;
    }

    private final class Search {
        private final double[] query;

        /** How far the query is from the box of the node at hand along each axis, squared. */
        private final double[] outside;

        private double distance = Double.POSITIVE_INFINITY;
        private int nearest = Integer.MAX_VALUE;

        Search(double[] query) {
            this.query = query;
            this.outside = new double[query.length];
        }

        /**
         * @param bound squared distance to the node's box
         */
        void visit(int node, int from, int to, double bound) {
            int axis = axes[node];
            if (axis < 0) {
                for (int i = from; i < to; i++) {
                    look(i);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            double beyond = query[axis] - cuts[node];
            boolean left = beyond < 0;
            if (left) {
                visit(2 * node + 1, from, middle, bound);
            } else {
                visit(2 * node + 2, middle, to, bound);
            }
            double before = outside[axis];
            double other = bound - before + beyond * beyond;
            // Equally far counts too: the other side may hold an earlier point. What is far by a
            // rounding error alone is looked at as well.
            if (other * (1 - 1e-12) <= distance) {
                outside[axis] = beyond * beyond;
                if (left) {
                    visit(2 * node + 2, middle, to, other);
                } else {
                    visit(2 * node + 1, from, middle, other);
                }
                outside[axis] = before;
            }
        }

        private void look(int place) {
            double sum = 0;
            int at = place * dimensions;
            for (int d = 0; d < dimensions; d++) {
                double difference = points[at + d] - query[d];
                sum += difference * difference;
            }
            if (sum < distance || (sum == distance && order[place] < nearest)) {
                distance = sum;
                nearest = order[place];
            }
        }
    }
}
