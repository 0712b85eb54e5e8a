package org.salient4j.attribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * Something random of a method, drawn from the seed or handed over as an array, so that two
 * programs can be compared on the same draws. Two of a kind with the same text are equal.
 */
abstract class DrawnOrGiven {
    private final String text;
    private final GivenArray given;

    /**
     * @param text the text form
     * @param given null where it is drawn
     */
    DrawnOrGiven(String text, GivenArray given) {
        this.text = text;
        this.given = given;
    }

    static <T> T of(INDArray array, BiFunction<String, GivenArray, T> maker) {
        GivenArray given = GivenArray.of(array);
        return maker.apply(given.text(), given);
    }

    static <T> T file(Path file, BiFunction<String, GivenArray, T> maker) {
        GivenArray given = GivenArray.of(file);
        return maker.apply(given.text(), given);
    }

    /**
     * @param label what it is, for errors
     * @param drawn the text form of what is drawn
     */
    static <T> T parse(
            String label, String drawn, String text, BiFunction<String, GivenArray, T> maker) {
        if (text.equalsIgnoreCase(drawn)) {
            return maker.apply(drawn, null);
        }
        if (GivenArray.names(text)) {
            GivenArray given = GivenArray.parse(label, text);
            return maker.apply(given.text(), given);
        }
        throw new InvalidInputException(
                GivenArray.wasInMemory(text)
                        ? "%s '%s' was given in memory: write it to a file, @file.npy"
                                .formatted(label, text)
                        : "%s must be %s or @file.npy, was '%s'".formatted(label, drawn, text));
    }

    /** Whether it is drawn from the seed. */
    public boolean stochastic() {
        return given == null;
    }

    /** What was handed over; null where it is drawn. */
    GivenArray given() {
        return given;
    }

    /** The text form; of an array given in memory, its shape and a digest. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return getClass().isInstance(other) && ((DrawnOrGiven) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
