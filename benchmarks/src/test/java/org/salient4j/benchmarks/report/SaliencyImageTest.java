package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SaliencyImageTest {

    private static SaliencyImage image(byte... levels) {
        return new SaliencyImage("t", "a", 3, 2, levels, List.of(new int[] {1, 3, 0, 2}));
    }

    @Test
    void should_put_time_from_left_to_right_and_features_from_top_to_bottom() throws IOException {
        String uri = image((byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 255).dataUri();
        byte[] png = Base64.getDecoder().decode(uri.substring("data:image/png;base64,".length()));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(3);
        assertThat(picture.getHeight()).isEqualTo(2);
        assertThat(picture.getRGB(2, 1)).isEqualTo(0xfffcffa4);
        assertThat(picture.getRGB(2, 0)).isEqualTo(0xff000004);
    }

    @Test
    void should_grow_lighter_with_every_level() throws IOException {
        String uri = ColourMap.barDataUri();
        byte[] png = Base64.getDecoder().decode(uri.substring("data:image/png;base64,".length()));
        BufferedImage bar = ImageIO.read(new ByteArrayInputStream(png));
        // Half a level for rounding to 8 bits.
        double before = -1;
        for (int x = 0; x < 256; x++) {
            int rgb = bar.getRGB(x, 0);
            double light =
                    0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
            assertThat(light).as("level %d", x).isGreaterThan(before - 0.5);
            before = light;
        }
    }

    @Test
    void should_go_from_black_to_white_in_greys() throws IOException {
        String uri =
                image((byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 128, (byte) 255)
                        .inGreys()
                        .dataUri();
        byte[] png = Base64.getDecoder().decode(uri.substring("data:image/png;base64,".length()));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        // Not getRGB: Java takes the samples of grey pictures for linear ones.
        assertThat(picture.getRaster().getSample(2, 1, 0)).isEqualTo(255);
        assertThat(picture.getRaster().getSample(2, 0, 0)).isEqualTo(128);
        assertThat(picture.getRaster().getSample(0, 0, 0)).isZero();
    }

    @Test
    void should_lay_the_boxes_over_it() {
        Element svg =
                Jsoup.parseBodyFragment(image(new byte[6]).overlay()).selectFirst("svg.boxes");
        Element box = svg.selectFirst("rect.box-over");
        assertThat(svg.attr("viewBox")).isEqualTo("0 0 3 2");
        assertThat(box.attr("x") + box.attr("y") + box.attr("width") + box.attr("height"))
                .isEqualTo("1022");
    }

    @Test
    void should_refuse_another_number_of_levels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image(new byte[5]))
                .withMessage("levels must hold 3 x 2 values, held 5");
    }
}
