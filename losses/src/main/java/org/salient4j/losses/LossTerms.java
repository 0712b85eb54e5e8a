package org.salient4j.losses;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A loss and what it is made of.
 *
 * @param total what is minimised, scalar
 * @param terms its parts by name, unweighted, scalars; a name with a dot is a detail that is not
 *     shown while training runs
 * @param features placeholders that the batch's features fill, in order
 * @param labels placeholders that the batch's labels fill, in order; none if the loss needs none
 * @param output the clean tower's output: a classifier's logits
 */
public record LossTerms(
        SDVariable total,
        Map<String, SDVariable> terms,
        List<String> features,
        List<String> labels,
        SDVariable output) {

    /** Keeps the order of the terms. */
    public LossTerms {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        features = List.copyOf(features);
        labels = List.copyOf(labels);
    }
}
