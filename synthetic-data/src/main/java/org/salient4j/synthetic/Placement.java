package org.salient4j.synthetic;

import java.util.List;

/**
 * Where one sample carries its class, and in which direction.
 *
 * @param boxes the salient cells; the boxes do not overlap
 * @param sign direction of the shift inside the boxes, 1 or -1
 */
public record Placement(List<Box> boxes, int sign) {

    /**
     * @throws IllegalArgumentException if there is no box, two boxes overlap (their cells would be
     *     shifted twice) or the sign is neither 1 nor -1
     */
    public Placement {
        Require.present("boxes", boxes);
        boxes = List.copyOf(boxes);
        requireDisjoint(boxes);
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("sign must be 1 or -1, was " + sign);
        }
    }

    /**
     * Returns the placement of a layout that tells the classes apart by the sign: class 1 is
     * shifted up, class 0 down.
     *
     * @throws IllegalArgumentException if the label is neither 0 nor 1
     */
    public static Placement signed(int label, List<Box> boxes) {
        return new Placement(boxes, requireLabel(label) == 1 ? 1 : -1);
    }

    /** Returns the number of salient cells. */
    public int cells() {
        return boxes.stream().mapToInt(Box::cells).sum();
    }

    static void requireDisjoint(List<Box> boxes) {
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("boxes must hold at least one box, was empty");
        }
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                if (boxes.get(i).overlaps(boxes.get(j))) {
                    throw new IllegalArgumentException(
                            String.format(
                                    "boxes must not overlap, but %s and %s do",
                                    boxes.get(i), boxes.get(j)));
                }
            }
        }
    }

    static int requireLabel(int label) {
        if (label != 0 && label != 1) {
            throw new IllegalArgumentException("label must be 0 or 1, was " + label);
        }
        return label;
    }
}
