package org.salient4j.framework.data;

import java.util.Locale;

/** What a part of the data is for. */
public enum Split {
    /** To fit parameters on. */
    TRAIN,
    /** To choose settings and the moment to stop on. */
    VALIDATION,
    /** To measure on, once everything is chosen. */
    TEST;

    /** The name of its folder. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
