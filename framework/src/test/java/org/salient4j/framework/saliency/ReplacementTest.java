package org.salient4j.framework.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Golden;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;

class ReplacementTest {
    @ParameterizedTest
    @EnumSource(
            value = Fill.Range.class,
            names = {"EXAMPLE", "EXAMPLE_FEATURE"})
    void should_fill_as_the_reference_does(Fill.Range range) {
        double[] filled = fill(Fill.uniform(range), null);
        assertThat(filled)
                .containsExactly(
                        Golden.values(
                                "masking/fill_out_"
                                        + range.name().toLowerCase(java.util.Locale.ROOT)),
                        within(1e-12));
    }

    @Test
    void should_fill_the_reference_images_per_channel() {
        INDArray x = Golden.read("masking/rgb_x");
        boolean[] pixels = Golden.flags("masking/rgb_mask");
        boolean[] mask = new boolean[(int) x.length()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = pixels[i / 108 * 36 + i % 36];
        }
        double[] draws = Golden.values("masking/rgb_u");
        INDArray filled =
                new Replacement(new Fill(), null)
                        .fill(x.reshape(2, 3, 6, 6), new Mask(mask, 2), cell -> draws[cell]);
        assertThat(HostArray.doubles(filled))
                .containsExactly(Golden.values("masking/rgb_out"), within(1e-12));
    }

    @Test
    void should_fill_within_the_range_of_the_feature_in_the_data_set() {
        INDArray data = Golden.read("masking/fill_x").mul(10);
        double[] u = Golden.values("masking/fill_u");
        double[] x = Golden.values("masking/fill_x");
        boolean[] mask = Golden.flags("masking/fill_mask");
        double[] filled =
                fill(Fill.uniform(Fill.Range.DATASET_FEATURE), FeatureStatistics.ofDataset(data));
        for (int i = 0; i < x.length; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int j = i % 5; j < x.length; j += 5) {
                low = Math.min(low, 10 * x[j]);
                high = Math.max(high, 10 * x[j]);
            }
            double expected = mask[i] ? low + u[i] * (high - low) : x[i];
            assertThat(filled[i]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void should_fill_with_means_and_constants() {
        double[] x = Golden.values("masking/fill_x");
        boolean[] mask = Golden.flags("masking/fill_mask");
        double[] constant = fill(Fill.constant(-7), null);
        double[] mean = fill(Fill.mean(Fill.Range.EXAMPLE_FEATURE), null);
        double[] exampleMean = fill(Fill.mean(Fill.Range.EXAMPLE), null);
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int t = 0; t < 8; t++) {
                sum += x[i / 40 * 40 + 5 * t + i % 5];
            }
            double all = Arrays.stream(x, i / 40 * 40, i / 40 * 40 + 40).sum();
            assertThat(constant[i]).isEqualTo(mask[i] ? -7 : x[i]);
            assertThat(mean[i]).isCloseTo(mask[i] ? sum / 8 : x[i], within(1e-12));
            assertThat(exampleMean[i]).isCloseTo(mask[i] ? all / 40 : x[i], within(1e-12));
        }
    }

    @Test
    void should_say_what_the_range_of_a_data_set_needs() {
        assertThatThrownBy(() -> new Replacement(Fill.uniform(Fill.Range.DATASET_FEATURE), null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("FeatureStatistics.ofDataset(x)");
    }

    @Test
    void should_refuse_a_range_of_single_values() {
        Mask mask = new Mask(new boolean[10], 2);
        INDArray x = Nd4j.zeros(2, 5);
        assertThatThrownBy(() -> new Replacement(new Fill(), null).fill(x, mask, cell -> 0.5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("EXAMPLE_FEATURE changes nothing");
        new Replacement(Fill.uniform(Fill.Range.EXAMPLE), null).fill(x, mask, cell -> 0.5);
    }

    @Test
    void should_refuse_statistics_of_other_features() {
        FeatureStatistics other = FeatureStatistics.ofDataset(Nd4j.rand(4, 8, 3));
        assertThatThrownBy(() -> fill(Fill.uniform(Fill.Range.DATASET_FEATURE), other))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the data set's statistics have 3 features, the batch has 5");
    }

    private static double[] fill(Fill fill, FeatureStatistics dataset) {
        double[] draws = Golden.values("masking/fill_u");
        Mask mask = new Mask(Golden.flags("masking/fill_mask"), 2);
        return HostArray.doubles(
                new Replacement(fill, dataset)
                        .fill(Golden.read("masking/fill_x"), mask, cell -> draws[cell]));
    }
}
