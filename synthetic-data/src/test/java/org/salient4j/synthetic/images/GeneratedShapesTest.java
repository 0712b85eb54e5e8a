package org.salient4j.synthetic.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class GeneratedShapesTest {
    private static final int PLANE = 32 * 32;

    private static ShapeImages draw(int images, long seed) {
        return GeneratedShapes.draw(ShapeSpec.usual(), images, new SplittableRandom(seed));
    }

    private static float[] values(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    @Test
    void should_draw_the_same_again_and_the_few_as_the_first_of_the_many() {
        ShapeImages few = draw(5, 3);
        ShapeImages many = draw(9, 3);
        assertThat(draw(5, 3).x()).isEqualTo(few.x());
        assertThat(Arrays.copyOf(many.labels(), 5)).isEqualTo(few.labels());
        assertThat(Arrays.copyOf(values(many.x()), 5 * 3 * PLANE)).isEqualTo(values(few.x()));
        assertThat(draw(5, 4).x()).isNotEqualTo(few.x());
    }

    @Test
    void should_draw_every_class_and_values_that_are_bytes() {
        ShapeImages images = draw(400, 1);
        assertThat(images.x().shape()).containsExactly(400, 3, 32, 32);
        assertThat(Arrays.stream(images.labels()).distinct().count()).isEqualTo(10);
        int others = 0;
        for (float value : values(images.x())) {
            boolean right = value >= 0 && value <= 1 && Math.round(value * 255) / 255f == value;
            others += right ? 0 : 1;
        }
        assertThat(others).isZero();
    }

    /** What lies outside the mask must look alike whatever the class, or the truth is none. */
    @Test
    void should_write_the_class_inside_the_mask_only() {
        ShapeImages images = draw(600, 2);
        float[] x = values(images.x());
        boolean[] truth = truth(images);
        double[] sum = new double[10];
        double[] squares = new double[10];
        int[] count = new int[10];
        for (int i = 0; i < x.length; i++) {
            int label = images.labels()[i / (3 * PLANE)];
            double away = x[i] - 0.5;
            if (!truth[i]) {
                sum[label] += away;
                squares[label] += away * away;
                count[label]++;
            }
        }
        for (int label = 0; label < 10; label++) {
            // Five standard errors of 0.1 noise on at least 50,000 values.
            assertThat(sum[label] / count[label]).isCloseTo(0, within(0.0025));
            assertThat(Math.sqrt(squares[label] / count[label])).isCloseTo(0.1, within(0.002));
        }
    }

    @Test
    void should_give_each_shape_one_colour_far_from_the_background() {
        ShapeImages images =
                GeneratedShapes.draw(new ShapeSpec(32, 6, 12, 0.2, 0), 50, new SplittableRandom(5));
        float[] x = values(images.x());
        boolean[] truth = truth(images);
        for (int plane = 0; plane < 150; plane++) {
            float colour = -1;
            int covered = 0;
            int wrong = 0;
            for (int i = plane * PLANE; i < (plane + 1) * PLANE; i++) {
                // The same pixels in every channel, one colour, nothing around.
                boolean right = truth[i] == truth[i % PLANE + plane / 3 * 3 * PLANE];
                if (truth[i]) {
                    right &= colour < 0 || colour == x[i];
                    colour = x[i];
                    covered++;
                } else {
                    right &= x[i] == 128 / 255f;
                }
                wrong += right ? 0 : 1;
            }
            assertThat(wrong).isZero();
            assertThat((double) Math.abs(colour - 0.5f)).isBetween(0.197, 0.453);
            assertThat(covered).isBetween(25, 24 * 24);
        }
    }

    private static boolean[] truth(ShapeImages images) {
        float[] flags = values(images.truth().castTo(DataType.FLOAT));
        boolean[] truth = new boolean[flags.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = flags[i] == 1;
        }
        return truth;
    }

    /** Drawn at radius 8 on a grid; the area of the formula, which is known, is met to 4 %. */
    @ParameterizedTest
    @CsvSource({
        "DISC, 3.1416",
        "SQUARE, 3.24",
        "TRIANGLE, 2",
        "DIAMOND, 2",
        "PLUS, 2.04",
        "CROSS, 2.56",
        "RING, 2.1991",
        "FRAME, 2.03",
        "LYING_BAR, 1.4",
        "STANDING_BAR, 1.4"
    })
    void should_cover_the_area_of_the_shape(ShapeKind kind, double area) {
        int grid = 200;
        int covered = 0;
        for (int i = 0; i < grid * grid; i++) {
            double u = (i % grid + 0.5) * 2 / grid - 1;
            double v = (i / grid + 0.5) * 2 / grid - 1;
            covered += kind.covers(u, v) ? 1 : 0;
        }
        assertThat(4.0 * covered / (grid * grid)).isCloseTo(area, within(0.04 * area));
    }

    @ParameterizedTest
    @EnumSource(ShapeKind.class)
    void should_stay_inside_its_square(ShapeKind kind) {
        for (double t = -2; t <= 2; t += 0.05) {
            assertThat(kind.covers(1.01, t)).isFalse();
            assertThat(kind.covers(t, -1.01)).isFalse();
        }
    }

    @Test
    void should_write_the_layout_of_cifar() throws IOException {
        ShapeImages images = draw(3, 6);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CifarBinaryWriter.write(images, out);
        byte[] written = out.toByteArray();
        assertThat(written).hasSize(3 * 3073);
        assertThat((int) written[3073]).isEqualTo(images.labels()[1]);
        int pixel = written[3073 + 1 + 2 * PLANE + 5 * 32 + 9] & 0xff;
        assertThat(pixel / 255f).isEqualTo(images.x().getFloat(1, 2, 5, 9));
        ShapeSpec other = new ShapeSpec(16, 3, 8, 0.2, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                CifarBinaryWriter.write(
                                        GeneratedShapes.draw(other, 1, new SplittableRandom(1)),
                                        out))
                .withMessage("the layout holds images of 32 x 32, found 16 x 16");
    }

    @Test
    void should_name_the_classes() {
        assertThat(ShapeKind.classes()).hasSize(10).startsWith("disc").endsWith("standing-bar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 3 | 3 | 0.2 | 0 | side must be at least 8, was 7",
                "32 | 2 | 9 | 0.2 | 0 | smallest and largest must satisfy 3 <= smallest <= largest"
                        + " <= 16, were 2 and 9",
                "32 | 9 | 17 | 0.2 | 0 | smallest and largest must satisfy 3 <= smallest <= largest"
                        + " <= 16, were 9 and 17",
                "32 | 6 | 9 | 0 | 0 | contrast must be in (0, 0.45], was 0.0",
                "32 | 6 | 9 | 0.2 | NaN | noise must be in [0, 1], was NaN"
            })
    void should_refuse_a_spec_that_cannot_be(
            int side, int smallest, int largest, double contrast, double noise, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShapeSpec(side, smallest, largest, contrast, noise))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draw(0, 1))
                .withMessage("images must be at least 1 and fit an array, was 0");
    }
}
