package org.salient4j.attribution;

/** What each cell of a group of cells gets of the group's attribution. */
public enum GroupShare {
    /** All of it, in every cell, as Captum gives it: cells of groups do not sum to the output. */
    WHOLE {
        @Override
        double of(double attribution, int cells) {
            return attribution;
        }
    },
    /** An equal part: the cells of a group sum to its attribution. */
    EVEN {
        @Override
        double of(double attribution, int cells) {
            return attribution / cells;
        }
    };

    abstract double of(double attribution, int cells);
}
