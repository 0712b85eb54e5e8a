package org.salient4j.framework;

/**
 * Something given from outside (a file, a name, a setting) cannot be used.
 *
 * <p>The message is one line that says what was expected, what was found and, where it helps, what
 * to do; a command line can print it as it is.
 */
public class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what was expected, what was found, what to do
     */
    public InvalidInputException(String message) {
        super(message);
    }

    /**
     * @param message one line: what was expected, what was found, what to do
     * @param cause the failure behind it
     */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
