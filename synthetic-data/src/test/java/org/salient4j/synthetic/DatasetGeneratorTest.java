package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DatasetGeneratorTest {

    private final SyntheticSpec middle =
            SyntheticSpec.of(new Middle(), new Gaussian()).withDataType(DataType.DOUBLE);

    private static SyntheticDataset generate(SyntheticSpec spec, long seed) {
        return DatasetGenerator.generate(spec, new SplittableRandom(seed));
    }

    @Test
    void should_default_to_the_published_settings() {
        SyntheticSpec spec = SyntheticSpec.of(new MovingMiddle(), new Gaussian());
        assertThat(spec)
                .isEqualTo(
                        new SyntheticSpec(
                                new MovingMiddle(30, 30),
                                new Gaussian(),
                                new SeriesSize(50, 50),
                                1000,
                                0,
                                100,
                                false,
                                1,
                                Scaling.MIN_MAX,
                                DataType.FLOAT));
        assertThat(generate(spec.withCounts(5, 0, 3), 1).validation()).isEmpty();
    }

    @Test
    void should_draw_gaussian_boxes_one_up_or_down_and_balanced_classes() {
        LabelledSeries train = generate(middle.withScaling(Scaling.NONE), 7).train();
        double[] x = LayoutProcessContractTest.doubles(train.x());
        double[] sum = new double[2];
        double[] squares = new double[2];
        int[] count = new int[2];
        for (int i = 0; i < x.length; i++) {
            if (new Box(10, 40, 10, 40).contains(i % 2500 / 50, i % 50)) {
                int label = train.labels()[i / 2500];
                sum[label] += x[i];
                squares[label] += x[i] * x[i];
                count[label]++;
            }
        }
        assertThat(sum[1] / count[1]).isCloseTo(1, within(.02));
        assertThat(sum[0] / count[0]).isCloseTo(-1, within(.02));
        assertThat(squares[1] / count[1]).isCloseTo(2, within(.04));
        assertThat(squares[0] / count[0]).isCloseTo(2, within(.04));
        // Five standard deviations of a fair coin thrown a thousand times.
        assertThat(Arrays.stream(train.labels()).sum()).isBetween(420, 580);
    }

    @Test
    void should_keep_the_training_samples_whatever_else_is_drawn() {
        SyntheticSpec small = middle.withCounts(30, 0, 10);
        SyntheticSpec large = middle.withCounts(30, 20, 40);
        assertThat(generate(small, 3).train().x()).isEqualTo(generate(large, 3).train().x());
        SyntheticSpec raw = middle.withScaling(Scaling.NONE);
        INDArray ten = generate(raw.withCounts(10, 0, 1), 3).train().x();
        INDArray twenty = generate(raw.withCounts(20, 0, 1), 3).train().x();
        double[] prefix =
                Arrays.copyOf(
                        LayoutProcessContractTest.doubles(twenty), Math.toIntExact(ten.length()));
        assertThat(LayoutProcessContractTest.doubles(ten)).isEqualTo(prefix);
    }

    @Test
    void should_draw_the_parts_independently() {
        SyntheticDataset data =
                generate(middle.withScaling(Scaling.NONE).withCounts(20, 20, 20), 3);
        double[] train = LayoutProcessContractTest.doubles(data.train().x());
        double[] validation =
                LayoutProcessContractTest.doubles(data.validation().orElseThrow().x());
        double[] test = LayoutProcessContractTest.doubles(data.test().x());
        for (int i = 0; i < train.length; i++) {
            assertThat(train[i]).isNotEqualTo(test[i]).isNotEqualTo(validation[i]);
            assertThat(test[i]).isNotEqualTo(validation[i]);
        }
    }

    @Test
    void should_scale_the_test_samples_by_the_training_range() {
        SyntheticSpec spec = middle.withCounts(50, 0, 200);
        SyntheticDataset scaled = generate(spec, 8);
        SyntheticDataset raw = generate(spec.withScaling(Scaling.NONE), 8);
        CellScaler refitted = CellScaler.fit(Scaling.MIN_MAX, raw.train().x());
        assertThat(scaled.test().x().equalsWithEps(refitted.apply(raw.test().x()), 1e-12)).isTrue();
        assertThat(scaled.test().x().minNumber().doubleValue()).isLessThan(0);
        assertThat(scaled.test().x().maxNumber().doubleValue()).isGreaterThan(1);
    }

    @Test
    void should_standardise_every_training_cell() {
        INDArray x = generate(middle.withScaling(Scaling.STANDARD), 8).train().x();
        double[] zeros = new double[2500];
        double[] ones = new double[2500];
        Arrays.fill(ones, 1);
        assertThat(LayoutProcessContractTest.doubles(x.mean(0)))
                .containsExactly(zeros, within(1e-10));
        assertThat(LayoutProcessContractTest.doubles(x.mul(x).mean(0)))
                .containsExactly(ones, within(1e-10));
    }

    @Test
    void should_round_floats_from_the_double_arithmetic() {
        INDArray doubles = generate(middle.withCounts(9, 0, 4), 2).train().x();
        INDArray floats =
                generate(middle.withCounts(9, 0, 4).withDataType(DataType.FLOAT), 2).train().x();
        assertThat(floats).isEqualTo(doubles.castTo(DataType.FLOAT));
    }

    @Test
    void should_draw_backgrounds_without_a_class_on_the_scale_of_the_data() {
        SyntheticSpec spec = middle.withScaling(Scaling.STANDARD);
        CellScaler scaler = generate(spec, 5).scaler();
        INDArray background =
                DatasetGenerator.background(spec, scaler, 400, new SplittableRandom(6));
        assertThat(background.shape()).containsExactly(400, 50, 50);
        INDArray raw = scaler.invert(background);
        assertThat(raw.meanNumber().doubleValue()).isCloseTo(0, within(.02));
        assertThat(raw.mul(raw).meanNumber().doubleValue()).isCloseTo(1, within(.02));
        INDArray other = DatasetGenerator.background(spec, scaler, 1, new SplittableRandom(7));
        assertThat(other.shape()).containsExactly(1, 50, 50);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                DatasetGenerator.background(
                                        spec.withSize(60, 50), scaler, 1, new SplittableRandom(7)))
                .withMessage("scaler must be of 60x50 series, was of 50x50");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> DatasetGenerator.background(spec, scaler, 0, new SplittableRandom(7)))
                .withMessage("samples must be at least 1, was 0");
    }

    @Test
    void should_name_a_layout_that_leaves_the_series() {
        TimeSeriesLayout careless =
                new TimeSeriesLayout() {
                    @Override
                    public String name() {
                        return "careless";
                    }

                    @Override
                    public String description() {
                        return "claims to fit any series";
                    }

                    @Override
                    public Placement place(
                            int label, SeriesSize size, boolean inclusive, RandomGenerator random) {
                        return Placement.signed(label, List.of(new Box(0, 51, 0, 1)));
                    }

                    @Override
                    public void requireFits(SeriesSize size, boolean inclusive) {}

                    @Override
                    public int informativeCells() {
                        return 51;
                    }
                };
        assertThatThrownBy(() -> generate(SyntheticSpec.of(careless, new Gaussian()), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "layout careless placed time [0, 51) x features [0, 1) outside of a 50x50"
                                + " series");
    }

    @Test
    void should_reject_specs_that_cannot_be_drawn() {
        rejects(() -> middle.withCounts(0, 0, 1), "train must be at least 1, was 0");
        rejects(() -> middle.withCounts(1, -1, 1), "validation must be at least 0, was -1");
        rejects(() -> middle.withCounts(1, 0, 0), "test must be at least 1, was 0");
        rejects(
                () -> middle.withCounts(1_000_000, 0, 1),
                "train must be at most 858993 for 50x50 series, was 1000000");
        rejects(
                () -> middle.withSize(30, 50),
                "middle does not fit a 30x50 series: its box is time [10, 40) x features [10, 40)");
        rejects(() -> middle.withShift(Double.NaN), "shift must be finite, was NaN");
        rejects(() -> middle.withScaling(null), "scaling must be given, was null");
        rejects(
                () -> middle.withDataType(DataType.BOOL),
                "dataType must be FLOAT or DOUBLE, was BOOL");
        rejects(() -> SyntheticSpec.of(null, new Gaussian()), "layout must be given, was null");
        rejects(() -> SyntheticSpec.of(new Middle(), null), "process must be given, was null");
        rejects(
                () -> SyntheticSpec.of(new MovingMiddle(50, 10), new Gaussian()),
                "moving-middle needs timeSteps of at least 51 (or 50 with inclusive), was 50");
        rejects(
                () -> middle.withInclusive(true).withSize(50, 39),
                "middle does not fit a 50x39 series: its box is time [10, 40) x features [10, 40)");
    }

    @Test
    void should_reject_labelled_series_whose_parts_disagree() {
        INDArray x = Nd4j.zeros(DataType.FLOAT, 2, 3, 4);
        INDArray truth = Nd4j.zeros(DataType.BOOL, 2, 3, 4);
        List<Box> box = List.of(new Box(0, 1, 0, 1));
        List<List<Box>> boxes = List.of(box, box);
        int[] labels = {0, 1};
        assertThat(new LabelledSeries(x, labels, truth, boxes).size())
                .isEqualTo(new SeriesSize(3, 4));
        rejects(
                () -> new LabelledSeries(x.reshape(6, 4), labels, truth, boxes),
                "x must be [N, T, F], was [6, 4]");
        rejects(
                () -> new LabelledSeries(truth, labels, truth, boxes),
                "x must be FLOAT or DOUBLE, was BOOL");
        rejects(
                () -> new LabelledSeries(x, labels, x, boxes),
                "truth must be BOOL [2, 3, 4], was FLOAT [2, 3, 4]");
        rejects(
                () -> new LabelledSeries(x, new int[] {1}, truth, boxes),
                "labels and boxes must hold one entry for each of 2 samples, held 1 and 2");
        rejects(
                () -> new LabelledSeries(x, new int[] {1, 2}, truth, boxes),
                "label must be 0 or 1, was 2");
    }

    private static void rejects(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
