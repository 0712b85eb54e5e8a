package org.salient4j.framework.fetch;

/**
 * Data was asked for rightly and could not be had: no client, no network, or something else came
 * than was pinned. The cache is as it was.
 */
public class FetchFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what failed and what to do
     */
    public FetchFailedException(String message) {
        super(message);
    }

    /**
     * @param message one line: what failed and what to do
     * @param cause the failure behind it
     */
    public FetchFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
