package org.salient4j.framework.text;

import java.util.List;

/**
 * Something that answers texts with probabilities: what the metrics of rationales need to know of a
 * network.
 */
public interface TextClassifier {

    /**
     * The probability of each class for each text. Any number of texts may be asked for in one
     * call; labels and rationales are not looked at, and a text may have no word left.
     *
     * @param texts the texts
     * @return [texts][classes], each row sums to 1
     */
    double[][] probabilities(List<TextExample> texts);
}
