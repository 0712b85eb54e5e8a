package org.salient4j.framework.fetch;

import org.salient4j.framework.InvalidInputException;

/**
 * What data is and what its makers ask of those who use it.
 *
 * @param summary what it is, in one sentence
 * @param licence the licence of the data itself, or what is known of it
 * @param citation the work to cite
 */
public record DataDescription(String summary, String licence, String citation) {

    /**
     * @throws InvalidInputException if a part is missing
     */
    public DataDescription {
        require("summary", summary);
        require("licence", licence);
        require("citation", citation);
    }

    private static void require(String component, String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidInputException(component + " must be given, was empty");
        }
    }
}
