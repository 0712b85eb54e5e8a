package org.salient4j.framework.text;

import java.util.Objects;

/**
 * One of the texts an example is made of: a claim, a review, a premise.
 *
 * @param role what it is for
 * @param id the name of the document; evidence is counted within it
 * @param start its first token in the example
 * @param end one past its last token; may equal the start after all its tokens were taken out
 */
public record TextPart(Role role, String id, int start, int end) {

    /** What a part is for. */
    public enum Role {
        /**
         * What is asked. A network reads it, but it is no evidence: no metric of rationales ranks
         * or removes its tokens.
         */
        QUERY,
        /** What is read for the answer. */
        DOCUMENT
    }

    /** Validates. */
    public TextPart {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(id, "id");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "part '%s' must begin at 0 or later and not end before, was [%d, %d)"
                            .formatted(id, start, end));
        }
    }

    /** How many tokens it has. */
    public int length() {
        return end - start;
    }
}
