package org.salient4j.framework.text.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.deeplearning4j.text.tokenization.tokenizer.DefaultTokenizer;
import org.deeplearning4j.text.tokenization.tokenizer.TokenPreProcess;
import org.deeplearning4j.text.tokenization.tokenizer.Tokenizer;
import org.deeplearning4j.text.tokenization.tokenizerfactory.TokenizerFactory;

/**
 * Splits English as the texts were split that GloVe was trained on: punctuation stands alone, and
 * so do {@code n't}, {@code 's} and the other short forms.
 *
 * <p>DL4J's own factory splits at blanks only, which leaves {@code movie.} an unknown word and
 * loses every {@code n't}: use it for text that is split already. Abbreviations ({@code u.s.},
 * {@code mr.}), numbers ({@code 1,000}) and hyphens stay whole.
 */
public final class WordTokenizerFactory implements TokenizerFactory {
    private static final String APOSTROPHE = "['\u2019]";

    private static final Rule[] RULES = {
        new Rule("\u2026", " ... "),
        new Rule("\\.{2,}", " ... "),
        new Rule("[\"\u201c\u201d]|''|``", " \" "),
        new Rule("([!?;()\\[\\]{}/*$#%]|--+|[\u2013\u2014])", " $1 "),
        new Rule("([,:])(?!\\d)|(?<!\\d)([,:])", " $1$2 "),
        // A full stop ends a sentence at the end of a word that has no other and is no initial.
        new Rule(
                "(?<![\\s.])(?<!(?:^|[\\s.])\\p{L})(?<!(?:^|\\s)(?i:mr|mrs|ms|dr|st|jr|sr|vs))"
                        + "(?<!\\.\\p{L})\\.(?=\\s|$|"
                        + APOSTROPHE
                        + "(?:\\s|$))",
                " . "),
        new Rule("(?i)(?<=\\p{L})(n)" + APOSTROPHE + "(t)\\b", " $1'$2 "),
        new Rule("(?i)(?<=[\\p{L}\\d])" + APOSTROPHE + "(s|re|ve|ll|d|m)\\b", " '$1 "),
        new Rule(
                "(?i)(?<=^|\\s)" + APOSTROPHE + "(?=\\p{L})(?!(?:s|re|ve|ll|d|m|n|em|tis|twas)\\b)",
                " ' "),
        new Rule("(?<=\\S)" + APOSTROPHE + "(?=\\s|$)", " ' "),
    };

    private TokenPreProcess preProcess;

    private record Rule(Pattern pattern, String replacement) {
        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }

        String apply(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    @Override
    public Tokenizer create(String text) {
        String separated = text;
        for (Rule rule : RULES) {
            separated = rule.apply(separated);
        }
        Tokenizer tokenizer = new DefaultTokenizer(separated);
        tokenizer.setTokenPreProcessor(preProcess);
        return tokenizer;
    }

    @Override
    public Tokenizer create(InputStream text) {
        try {
            return create(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void setTokenPreProcessor(TokenPreProcess preProcess) {
        this.preProcess = preProcess;
    }

    @Override
    public TokenPreProcess getTokenPreProcessor() {
        return preProcess;
    }
}
