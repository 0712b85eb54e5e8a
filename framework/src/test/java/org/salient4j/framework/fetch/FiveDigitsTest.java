package org.salient4j.framework.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;

class FiveDigitsTest {

    private static String text(float value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FiveDigits().write(value, out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** What C's and Python's {@code %.5g} give. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1, 1",
        "10, 10",
        "12345, 12345",
        "99999, 99999",
        "100000, 1e+05",
        "1234600, 1.2346e+06",
        "0.05, 0.05",
        "0.0001, 0.0001",
        "0.00012345, 0.00012345",
        "9.9999e-05, 9.9999e-05",
        "1e-10, 1e-10",
        "0.99999, 0.99999",
        "123.45, 123.45",
        "-3.5, -3.5",
        "0, 0",
        "-0.0, -0",
        "2.8746e-07, 2.8746e-07",
        "6.02e15, 6.02e+15"
    })
    void should_write_as_c_does(float value, String expected) throws IOException {
        assertThat(text(value)).isEqualTo(expected);
    }

    @Test
    void should_give_every_float_of_five_digits_back() throws IOException {
        for (int exponent = -9; exponent <= 4; exponent++) {
            for (int digits = 10_000; digits < 100_000; digits += 37) {
                float value = Float.parseFloat(digits + "e" + exponent);
                assertThat(Float.parseFloat(text(value))).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                0.123456f,
                123456f,
                1.000001f,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.MIN_VALUE,
                Float.MAX_VALUE
            })
    void should_refuse_what_five_digits_would_change(float value) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> text(value))
                .withMessage(value + " has more than five digits");
    }
}
