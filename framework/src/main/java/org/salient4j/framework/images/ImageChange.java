package org.salient4j.framework.images;

/** What becomes of an image as it is read; safe to use from several threads. */
@FunctionalInterface
public interface ImageChange {

    /**
     * Changes the values of one image where they stand.
     *
     * @param index its number
     * @param image its values, channel by channel, row by row
     */
    void apply(int index, float[] image);
}
