package org.salient4j.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;

/** Unscaled samples in Java arrays: one part of a data set while it is being made. */
final class RawSeries {

    private final SeriesSize size;
    private final double[] x;
    private final int[] labels;
    private final boolean[] truth;
    private final List<List<Box>> boxes;

    private RawSeries(SeriesSize size, int samples) {
        this.size = size;
        this.x = new double[samples * size.cells()];
        this.labels = new int[samples];
        this.truth = new boolean[x.length];
        this.boxes = new ArrayList<>(samples);
    }

    static RawSeries draw(SyntheticSpec spec, int samples, RandomGenerator random) {
        RawSeries series = new RawSeries(spec.size(), samples);
        double[] sample = new double[spec.size().cells()];
        for (int n = 0; n < samples; n++) {
            int label = random.nextInt(2);
            Placement placement = spec.layout().place(label, spec.size(), spec.inclusive(), random);
            spec.process().fill(sample, spec.size(), random);
            for (Box box : placement.boxes()) {
                if (!box.fits(spec.size())) {
                    throw new IllegalStateException(
                            String.format(
                                    "layout %s placed %s outside of a %s series",
                                    spec.layout().name(), box, spec.size()));
                }
                double shift = placement.sign() * spec.shift();
                spec.process().shift(sample, spec.size(), box, shift, random);
            }
            series.set(n, label, sample, placement.boxes());
        }
        return series;
    }

    private void set(int n, int label, double[] sample, List<Box> sampleBoxes) {
        int start = n * sample.length;
        System.arraycopy(sample, 0, x, start, sample.length);
        labels[n] = label;
        boxes.add(sampleBoxes);
        for (Box box : sampleBoxes) {
            for (int t = box.timeStart(); t < box.timeEnd(); t++) {
                int row = start + t * size.features();
                Arrays.fill(truth, row + box.featureStart(), row + box.featureEnd(), true);
            }
        }
    }

    CellScaler fit(Scaling scaling) {
        return CellScaler.fit(scaling, size, x);
    }

    /** Scales in place, then copies to ND4J arrays; the raw values are gone afterwards. */
    LabelledSeries scaled(CellScaler scaler, DataType type) {
        scaler.applyInPlace(x);
        long[] shape = {labels.length, size.timeSteps(), size.features()};
        return new LabelledSeries(
                SeriesArrays.of(x, type, shape), labels, SeriesArrays.of(truth, shape), boxes);
    }
}
