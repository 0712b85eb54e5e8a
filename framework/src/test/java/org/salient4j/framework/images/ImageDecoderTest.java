package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;

class ImageDecoderTest {
    private static final ImageSize SIZE = new ImageSize(30, 40);

    private static byte[] decoded(String fixture, ImageOptions options) {
        ImageDecoder.Decoded image =
                new ImageDecoder(options).decode(ImageFiles.bytes(fixture), fixture);
        assertThat(image.size()).isEqualTo(options.size() == null ? SIZE : options.size());
        return image.values();
    }

    @ParameterizedTest
    @CsvSource({
        "colour.png, colour-png",
        "colour.bmp, colour-bmp",
        "colour.jpg, colour-jpg",
        "progressive.jpg, progressive-jpg",
        "palette.png, palette-png"
    })
    void should_give_the_bytes_that_pillow_gives(String fixture, String golden) {
        assertThat(decoded(fixture, ImageOptions.rgb()))
                .isEqualTo(ImageFiles.golden(golden + "-as-rgb"));
    }

    @ParameterizedTest
    @CsvSource({
        "grey.jpg, 3, grey-jpg-as-rgb",
        "bits.png, 3, bits-png-as-rgb",
        "alpha.png, 3, alpha-png-as-rgb",
        "colour.png, 1, colour-png-as-grey",
        "grey-alpha.png, 1, grey-alpha-png-as-grey"
    })
    void should_convert_as_pillow_does_when_told(String fixture, int channels, String golden) {
        ImageOptions options = channels == 1 ? ImageOptions.grey() : ImageOptions.rgb();
        assertThat(decoded(fixture, options.converting())).isEqualTo(ImageFiles.golden(golden));
    }

    @Test
    void should_leave_the_values_of_grey_pixels_alone() {
        // Java's getRGB would brighten them.
        byte[] three = ImageFiles.golden("grey-jpg-as-rgb");
        assertThat(decoded("grey.jpg", ImageOptions.grey()))
                .isEqualTo(Arrays.copyOf(three, three.length / 3));
    }

    @ParameterizedTest
    @CsvSource({"15, 20", "13, 7", "64, 50", "30, 9", "7, 40", "1, 1", "96, 90"})
    void should_resize_to_the_bytes_that_pillow_resizes_to(int height, int width) {
        assertThat(decoded("colour.png", ImageOptions.rgb().resizedTo(height, width)))
                .isEqualTo(ImageFiles.golden("resized-" + height + "-" + width));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grey.png | 3 | grey.png is grey-scale, expected RGB: convert it, or read with"
                        + " conversion",
                "alpha.png | 3 | alpha.png is RGBA, expected RGB: convert it, or read with conversion",
                "grey-alpha.png | 1 | grey-alpha.png is grey-scale with alpha, expected grey-scale:"
                        + " convert it, or read with conversion",
                "colour.jpg | 1 | colour.jpg is RGB, expected grey-scale: convert it, or read with"
                        + " conversion",
                "deep.png | 1 | deep.png has 16 bits a channel, expected 8"
            })
    void should_refuse_another_kind_of_image(String fixture, int channels, String message) {
        ImageOptions options = channels == 1 ? ImageOptions.grey() : ImageOptions.rgb();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> decoded(fixture, options))
                .withMessage(message);
    }

    @Test
    void should_refuse_cmyk_even_with_conversion() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> decoded("cmyk.jpg", ImageOptions.rgb().converting()))
                .withMessageContaining("CMYK");
    }

    @Test
    void should_refuse_what_is_no_image() {
        byte[] text = "no image at all, but long enough to be one".getBytes();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageDecoder(ImageOptions.rgb()).decode(text, "a.jpg"))
                .withMessage("a.jpg is no image that is read here");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageDecoder(ImageOptions.rgb()).decode(new byte[0], "a.jpg"))
                .withMessage("a.jpg is no image that is read here");
    }

    /** Decoders fill the rest of such an image with grey and say so in passing. */
    @ParameterizedTest
    @ValueSource(strings = {"colour.jpg", "progressive.jpg", "colour.png", "colour.bmp"})
    void should_refuse_an_image_that_breaks_off(String fixture) {
        byte[] whole = ImageFiles.bytes(fixture);
        ImageDecoder decoder = new ImageDecoder(ImageOptions.rgb());
        byte[] right = decoder.decode(whole, fixture).values();
        int refused = 0;
        for (int length = 1; length < whole.length; length += 11) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                // The marks at a file's end may be missing where all of its pixels are there.
                assertThat(decoder.decode(cut, fixture).values()).isEqualTo(right);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageStartingWith(fixture);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 11 - 8);
    }
}
