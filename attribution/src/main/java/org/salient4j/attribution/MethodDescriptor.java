package org.salient4j.attribution;

/**
 * What a method is, what it costs and what it can prove, with the settings it has.
 *
 * @param title its full name
 * @param completeness whether attributions are proven to sum to f(x) - f(baseline), up to the error
 *     of a numerical integral that vanishes with more steps; where true, {@link
 *     Attribution#convergenceDelta} measures that error
 * @param stochastic whether the result depends on the seed
 * @param cost model calls for one sample, such as {@code 50 gradients + 2 forward passes}
 * @param citation where it is from
 * @param use when to use it
 * @param avoid when not to
 */
public record MethodDescriptor(
        String title,
        boolean completeness,
        boolean stochastic,
        String cost,
        String citation,
        String use,
        String avoid) {

    /** Every text must say something. */
    public MethodDescriptor {
        requireText("title", title);
        requireText("cost", cost);
        requireText("citation", citation);
        requireText("use", use);
        requireText("avoid", avoid);
    }

    private static void requireText(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
    }
}
