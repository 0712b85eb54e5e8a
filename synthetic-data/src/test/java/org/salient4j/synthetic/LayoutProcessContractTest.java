package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every pair of a registered layout and a registered process keeps. */
class LayoutProcessContractTest {

    private static final int TRAIN = 16;
    private static final int VALIDATION = 7;
    private static final int TEST = 9;

    static Stream<Arguments> pairs() {
        return TimeSeriesLayout.registered().stream()
                .flatMap(
                        layout ->
                                BaseProcess.registered().stream()
                                        .map(process -> Arguments.of(layout, process)));
    }

    private static SyntheticSpec spec(TimeSeriesLayout layout, BaseProcess process) {
        return SyntheticSpec.of(layout, process)
                .withCounts(TRAIN, VALIDATION, TEST)
                .withDataType(DataType.DOUBLE);
    }

    private static SyntheticDataset generate(SyntheticSpec spec, long seed) {
        return DatasetGenerator.generate(spec, new SplittableRandom(seed));
    }

    @Test
    void should_cover_at_least_the_ten_layouts_and_seven_processes_of_the_benchmark() {
        assertThat(BaseProcess.registered()).hasSize(7);
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(70);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void should_have_the_shapes_and_types_of_the_spec(
            TimeSeriesLayout layout, BaseProcess process) {
        SyntheticSpec spec = spec(layout, process).withDataType(DataType.FLOAT);
        SyntheticDataset data = generate(spec, 1);
        checkShape(data.train(), TRAIN, spec);
        assertThat(data.train().labels()).containsOnly(0, 1);
        checkShape(data.validation().orElseThrow(), VALIDATION, spec);
        checkShape(data.test(), TEST, spec);
    }

    private static void checkShape(LabelledSeries series, int samples, SyntheticSpec spec) {
        long[] shape = {samples, spec.size().timeSteps(), spec.size().features()};
        assertThat(series.x().shape()).isEqualTo(shape);
        assertThat(series.x().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(series.truth().shape()).isEqualTo(shape);
        assertThat(series.truth().dataType()).isEqualTo(DataType.BOOL);
        assertThat(series.samples()).isEqualTo(samples);
        assertThat(series.size()).isEqualTo(spec.size());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void should_mark_exactly_the_cells_of_the_boxes(TimeSeriesLayout layout, BaseProcess process) {
        LabelledSeries series = generate(spec(layout, process), 2).test();
        int features = series.size().features();
        int cells = series.size().cells();
        float[] expected = new float[series.samples() * cells];
        for (int n = 0; n < series.samples(); n++) {
            List<Box> boxes = series.boxes().get(n);
            int marked = 0;
            for (int i = 0; i < cells; i++) {
                int t = i / features;
                int f = i % features;
                if (boxes.stream().anyMatch(box -> box.contains(t, f))) {
                    expected[n * cells + i] = 1;
                    marked++;
                }
            }
            assertThat(marked).isEqualTo(layout.informativeCells());
        }
        assertThat(floats(series.truth())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void should_repeat_every_bit_from_the_same_seed(TimeSeriesLayout layout, BaseProcess process) {
        SyntheticDataset data = generate(spec(layout, process), 3);
        SyntheticDataset same = generate(spec(layout, process), 3);
        SyntheticDataset other = generate(spec(layout, process), 4);
        checkEqual(data.train(), same.train());
        checkEqual(data.validation().orElseThrow(), same.validation().orElseThrow());
        checkEqual(data.test(), same.test());
        assertThat(doubles(data.train().x())).isNotEqualTo(doubles(other.train().x()));
        assertThat(data.train().labels()).isNotEqualTo(other.train().labels());
    }

    private static void checkEqual(LabelledSeries a, LabelledSeries b) {
        assertThat(doubles(a.x())).isEqualTo(doubles(b.x()));
        assertThat(a.labels()).isEqualTo(b.labels());
        assertThat(floats(a.truth())).isEqualTo(floats(b.truth()));
        assertThat(a.boxes()).isEqualTo(b.boxes());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void should_be_finite_and_span_zero_to_one_on_training_data(
            TimeSeriesLayout layout, BaseProcess process) {
        SyntheticDataset data = generate(spec(layout, process), 5);
        double[] train = doubles(data.train().x());
        double[] min = new double[data.spec().size().cells()];
        double[] max = new double[min.length];
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < train.length; i++) {
            min[i % min.length] = Math.min(min[i % min.length], train[i]);
            max[i % min.length] = Math.max(max[i % min.length], train[i]);
        }
        assertThat(min).containsOnly(0);
        assertThat(max).containsOnly(1);
        assertThat(Arrays.stream(doubles(data.test().x())).allMatch(Double::isFinite)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void should_shift_the_boxes_and_nothing_else(TimeSeriesLayout layout, BaseProcess process) {
        SyntheticSpec spec = spec(layout, process).withScaling(Scaling.NONE);
        LabelledSeries still = generate(spec.withShift(0), 6).train();
        LabelledSeries shifted = generate(spec.withShift(3), 6).train();
        assertThat(shifted.labels()).isEqualTo(still.labels());
        double[] difference = doubles(shifted.x().sub(still.x()));
        float[] truth = floats(shifted.truth());
        int cells = shifted.size().cells();
        double[] expected = new double[difference.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = 3 * truth[i] * signs(layout)[shifted.labels()[i / cells]];
        }
        assertThat(largestDistance(difference, expected)).isLessThan(1e-12);
    }

    /** Positional layouts shift both classes up; the others shift class 0 down. */
    private static int[] signs(TimeSeriesLayout layout) {
        return layout.name().startsWith("positional") ? new int[] {1, 1} : new int[] {-1, 1};
    }

    private static double largestDistance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    static double[] doubles(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    static float[] floats(INDArray array) {
        return array.castTo(DataType.FLOAT).data().asFloat();
    }
}
