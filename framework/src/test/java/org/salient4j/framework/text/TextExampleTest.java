package org.salient4j.framework.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextExampleTest {
    private static final TextExample PAIR =
            new TextExample(
                    "p",
                    List.of("is", "it", "good", "a", "very", "good", "film", "."),
                    1,
                    List.of(
                            new TextPart(TextPart.Role.QUERY, "query", 0, 3),
                            new TextPart(TextPart.Role.DOCUMENT, "doc", 3, 8)),
                    new Rationale(
                            List.of(
                                    List.of(new TokenSpan(4, 7)),
                                    List.of(new TokenSpan(7, 8), new TokenSpan(5, 5)))));

    @Test
    void should_know_which_tokens_may_be_evidence_and_which_are() {
        assertThat(PAIR.documentTokens()).containsExactly(3, 4, 5, 6, 7);
        assertThat(PAIR.rationale().mask(8))
                .containsExactly(false, false, false, false, true, true, true, true);
    }

    @Test
    void should_move_parts_and_rationale_when_tokens_are_taken_out() {
        TextExample left = PAIR.keeping(0, 2, 4, 6);
        assertThat(left.tokens()).containsExactly("is", "good", "very", "film");
        assertThat(left.parts())
                .extracting(TextPart::start, TextPart::end)
                .containsExactly(tuple(0, 2), tuple(2, 4));
        assertThat(left.rationale().groups())
                .containsExactly(List.of(new TokenSpan(2, 4)), List.of(new TokenSpan(3, 3)));
        assertThat(left.label()).isEqualTo(1);
    }

    @Test
    void should_keep_a_part_of_which_nothing_is_left() {
        TextExample left = PAIR.keeping(0, 1, 2);
        assertThat(left.documents())
                .containsExactly(new TextPart(TextPart.Role.DOCUMENT, "doc", 3, 3));
        assertThat(left.documentTokens()).isEmpty();
    }

    @Test
    void should_count_a_span_in_two_groups_once() {
        TokenSpan span = new TokenSpan(0, 2);
        assertThat(new Rationale(List.of(List.of(span), List.of(span))).spans())
                .containsExactly(span);
    }

    @Test
    void should_refuse_parts_that_do_not_hold_all_tokens() {
        List<String> tokens = List.of("a", "b");
        TextPart gap = new TextPart(TextPart.Role.DOCUMENT, "d", 1, 2);
        TextPart little = new TextPart(TextPart.Role.DOCUMENT, "d", 0, 1);
        assertThatThrownBy(() -> new TextExample("x", tokens, 0, List.of(gap), null))
                .hasMessage("part 'd' of 'x' must begin at token 0, was 1");
        assertThatThrownBy(() -> new TextExample("x", tokens, 0, List.of(little), null))
                .hasMessage("the parts of 'x' must hold all of its 2 tokens, hold 1");
    }

    @Test
    void should_refuse_evidence_outside_the_text_and_tokens_kept_twice() {
        TextExample text = TextExample.of("x", List.of("a", "b"), 0);
        Rationale outside = Rationale.of(new TokenSpan(1, 3));
        assertThatThrownBy(() -> new TextExample("x", text.tokens(), 0, text.parts(), outside))
                .hasMessage("the rationale of 'x' ends at token 3, the text at 2");
        assertThatThrownBy(() -> text.keeping(1, 1)).hasMessage("a token can be kept once only");
        assertThatThrownBy(() -> text.keeping(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
