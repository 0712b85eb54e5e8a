package org.salient4j.framework.text.corpus;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * How a data set of the ERASER benchmark is read.
 *
 * @param name what results call the data
 * @param classes the classes in the order of their labels; empty to take those of the training file
 *     that another file has too, sorted
 * @param readsQuery whether the query is a part of the text, before the documents
 */
public record EraserOptions(String name, List<String> classes, boolean readsQuery) {

    /** Validates. */
    public EraserOptions {
        if (name == null || name.isBlank()) {
            throw new InvalidInputException("name must say what the data is, was empty");
        }
        classes = List.copyOf(classes);
    }

    /**
     * Movie reviews (Zaidan and Eisner 2008). The query is the same question for all and is not
     * read.
     */
    public static EraserOptions movies() {
        return new EraserOptions("ERASER Movies", List.of("NEG", "POS"), false);
    }

    /** Claims and the articles that support or refute them (Thorne et al. 2018). */
    public static EraserOptions fever() {
        return new EraserOptions("ERASER FEVER", List.of("SUPPORTS", "REFUTES"), true);
    }

    /**
     * Premise and hypothesis (Camburu et al. 2018), two documents an example, the premise first.
     * The query repeats them and is not read.
     */
    public static EraserOptions esnli() {
        return new EraserOptions(
                "ERASER e-SNLI", List.of("contradiction", "neutral", "entailment"), false);
    }
}
