package org.salient4j.benchmarks.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What one network came to.
 *
 * @param corpus the corpus' true name
 * @param published the corpus of the paper that it is or is most like; empty if it is like none
 * @param genuine whether it is that corpus itself
 * @param maskedFraction k of guided training, also where none was done
 * @param accuracy on the test part
 * @param guessing the test accuracy of naming the commonest class of the test part for every text
 * @param validationAccuracy on the validation part, which chooses the epoch where the setup asks
 *     for the best weights
 * @param updates parameter updates
 * @param trainSeconds wall time of the training
 * @param tfIdfAccuracy test accuracy of a logistic regression on tf-idf; null but for standard
 *     training
 * @param trainTexts texts trained on
 * @param testTexts texts measured on
 * @param meanWords words of a test text, as read
 * @param knownWords share of the corpus' different words that have a vector
 * @param rationaleShare mean share of the words people marked in the training part, which is how
 *     many words a rationale has; null where no rationale is known
 * @param scores of every method and kind of word score
 * @param texts some texts with the scores of their words
 * @param findings what was passed over or put right in reading
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LanguageResult(
        String corpus,
        String published,
        boolean genuine,
        double maskedFraction,
        double accuracy,
        double guessing,
        double validationAccuracy,
        long updates,
        double trainSeconds,
        Double tfIdfAccuracy,
        int trainTexts,
        int testTexts,
        double meanWords,
        double knownWords,
        Double rationaleShare,
        List<WordMapScore> scores,
        List<ShownText> texts,
        List<String> findings) {

    /**
     * Whether the network learned: its test accuracy lies two standard errors above {@link
     * #guessing}. What it answers, and so the words it answers by, has otherwise nothing to do with
     * the texts.
     */
    public boolean learned() {
        double error = Math.sqrt(guessing * (1 - guessing) / testTexts);
        return accuracy > guessing + 2 * error;
    }
}
