package org.salient4j.framework.text.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deeplearning4j.text.tokenization.tokenizer.preprocessor.LowCasePreProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTokenizerFactoryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A dull, slow film.|A dull , slow film .",
                "It isn't bad; they'll say it's Ann's.|It is n't bad ; they 'll say it 's Ann 's .",
                "I can’t!|I ca n't !",
                "The U.S. paid Mr. Smith 1,000.50 at 3:30.|"
                        + "The U.S. paid Mr. Smith 1,000.50 at 3:30 .",
                "well-made (and how)...|well-made ( and how ) ...",
                "a \"quoted\" ''word''|a \" quoted \" \" word \"",
                "the actors' 'work', 'tis said|the actors ' ' work ' , 'tis said",
                "writer/director: $40, 10%|writer / director : $ 40 , 10 %",
                "J. R. R. wrote it -- twice.|J. R. R. wrote it -- twice .",
                "film . Already split ,|film . Already split ,",
            })
    void should_split_as_glove_was_split(String text, String tokens) {
        assertThat(tokens(text)).containsExactly(tokens.split(" "));
    }

    @Test
    void should_find_no_token_in_an_empty_text() {
        assertThat(tokens("")).isEmpty();
        assertThat(tokens(" \t ")).isEmpty();
    }

    @Test
    void should_do_what_every_tokenizer_of_dl4j_does() {
        WordTokenizerFactory factory = new WordTokenizerFactory();
        factory.setTokenPreProcessor(new LowCasePreProcessor());
        assertThat(factory.create("A Film.").getTokens()).containsExactly("a", "film", ".");
        assertThat(
                        factory.create(
                                        new ByteArrayInputStream(
                                                "Nö!".getBytes(StandardCharsets.UTF_8)))
                                .getTokens())
                .containsExactly("nö", "!");
    }

    private static List<String> tokens(String text) {
        return new WordTokenizerFactory().create(text).getTokens();
    }
}
