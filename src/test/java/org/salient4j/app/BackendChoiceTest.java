package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.salient4j.framework.InvalidInputException;

class BackendChoiceTest {

    @Test
    void should_refuse_a_backend_that_is_not_there() {
        assertThatCode(() -> Main.requireBackend("stock")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Main.requireBackend("quick"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("salient4j.backend must be fast or stock, was 'quick'");
    }
}
