package org.salient4j.synthetic.images;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The classes: each a region of the square [-1, 1] x [-1, 1], right and down positive. */
public enum ShapeKind {
    /** A full circle. */
    DISC {
        @Override
        boolean covers(double u, double v) {
            return u * u + v * v <= 1;
        }
    },
    /** A full square. */
    SQUARE {
        @Override
        boolean covers(double u, double v) {
            return Math.max(Math.abs(u), Math.abs(v)) <= 0.9;
        }
    },
    /** A triangle that points up. */
    TRIANGLE {
        @Override
        boolean covers(double u, double v) {
            return Math.abs(v) <= 1 && Math.abs(u) <= (v + 1) / 2;
        }
    },
    /** A square that stands on a corner. */
    DIAMOND {
        @Override
        boolean covers(double u, double v) {
            return Math.abs(u) + Math.abs(v) <= 1;
        }
    },
    /** Two bars that cross upright. */
    PLUS {
        @Override
        boolean covers(double u, double v) {
            return Math.max(Math.abs(u), Math.abs(v)) <= 1
                    && Math.min(Math.abs(u), Math.abs(v)) <= 0.3;
        }
    },
    /** Two bars that cross slantwise. */
    CROSS {
        @Override
        boolean covers(double u, double v) {
            return Math.max(Math.abs(u), Math.abs(v)) <= 1
                    && Math.abs(Math.abs(u) - Math.abs(v)) <= 0.4;
        }
    },
    /** A circle with a hole. */
    RING {
        @Override
        boolean covers(double u, double v) {
            return DISC.covers(u, v) && u * u + v * v >= 0.3;
        }
    },
    /** A square with a hole. */
    FRAME {
        @Override
        boolean covers(double u, double v) {
            return SQUARE.covers(u, v) && Math.max(Math.abs(u), Math.abs(v)) >= 0.55;
        }
    },
    /** A bar that lies. */
    LYING_BAR {
        @Override
        boolean covers(double u, double v) {
            return Math.abs(u) <= 1 && Math.abs(v) <= 0.35;
        }
    },
    /** A bar that stands. */
    STANDING_BAR {
        @Override
        boolean covers(double u, double v) {
            return LYING_BAR.covers(v, u);
        }
    };

    /** Whether a point belongs to the shape. */
    abstract boolean covers(double u, double v);

    /** The names of the classes in the order of their labels, in kebab case. */
    public static List<String> classes() {
        return Arrays.stream(values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
