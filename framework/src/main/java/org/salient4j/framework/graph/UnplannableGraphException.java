package org.salient4j.framework.graph;

/** A graph, or an op of it, that cannot be planned ahead. */
final class UnplannableGraphException extends Exception {
    private static final long serialVersionUID = 1L;

    UnplannableGraphException(String message) {
        super(message);
    }
}
