package org.salient4j.benchmarks.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A text with the scores of its words, for the report.
 *
 * @param id its name
 * @param tokens its words, the first of them if it is long, {@link #SEPARATOR} between two parts
 * @param words how many words the whole text has
 * @param label the name of its class
 * @param predicted the name of the predicted class, which is explained
 * @param probability of that class
 * @param scores by method, one a token, divided by the largest magnitude of the whole text; 0 at a
 *     separator
 * @param marked the tokens that people marked; null where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownText(
        String id,
        List<String> tokens,
        int words,
        String label,
        String predicted,
        double probability,
        Map<String, List<Double>> scores,
        List<Boolean> marked) {

    /** What stands between two parts: a claim and its evidence, a premise and a hypothesis. */
    public static final String SEPARATOR = "[SEP]";
}
