package org.salient4j.synthetic;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An affine map of each (time, feature) cell, {@code (x - offset) / scale}, fitted on training data
 * and applied to anything of the same size. A cell that is constant in training has scale 1.
 */
public final class CellScaler {

    private final SeriesSize size;
    private final Scaling scaling;
    private final double[] offset;
    private final double[] scale;

    private CellScaler(SeriesSize size, Scaling scaling, double[] offset, double[] scale) {
        this.size = size;
        this.scaling = scaling;
        this.offset = offset;
        this.scale = scale;
    }

    /**
     * Fits the scaler on a batch.
     *
     * @param scaling what to fit
     * @param x training series, {@code [N, T, F]} with N at least 1
     * @throws IllegalArgumentException if x has another rank or no sample
     */
    public static CellScaler fit(Scaling scaling, INDArray x) {
        Require.present("scaling", scaling);
        Require.present("x", x);
        if (x.rank() != 3 || x.isEmpty()) {
            throw new IllegalArgumentException(
                    "x must be [N, T, F] with N at least 1, was " + x.shapeInfoToString());
        }
        SeriesSize size = new SeriesSize((int) x.size(1), (int) x.size(2));
        return fit(scaling, size, x.dup('c').data().asDouble());
    }

    /** Fits on the samples that lie one after the other in {@code x}. */
    static CellScaler fit(Scaling scaling, SeriesSize size, double[] x) {
        double[] offset = new double[size.cells()];
        double[] scale = new double[size.cells()];
        switch (scaling) {
            case NONE -> Arrays.fill(scale, 1);
            case MIN_MAX -> fitRange(x, offset, scale);
            case STANDARD -> fitMoments(x, offset, scale);
        }
        for (int i = 0; i < scale.length; i++) {
            if (scale[i] == 0) {
                scale[i] = 1;
            }
        }
        return new CellScaler(size, scaling, offset, scale);
    }

    private static void fitRange(double[] x, double[] min, double[] range) {
        int cells = min.length;
        double[] max = new double[cells];
        System.arraycopy(x, 0, min, 0, cells);
        System.arraycopy(x, 0, max, 0, cells);
        for (int start = cells; start < x.length; start += cells) {
            for (int i = 0; i < cells; i++) {
                min[i] = Math.min(min[i], x[start + i]);
                max[i] = Math.max(max[i], x[start + i]);
            }
        }
        for (int i = 0; i < cells; i++) {
            range[i] = max[i] - min[i];
        }
    }

    private static void fitMoments(double[] x, double[] mean, double[] deviation) {
        int cells = mean.length;
        int samples = x.length / cells;
        for (int i = 0; i < x.length; i++) {
            mean[i % cells] += x[i];
        }
        for (int i = 0; i < cells; i++) {
            mean[i] /= samples;
        }
        for (int i = 0; i < x.length; i++) {
            double centred = x[i] - mean[i % cells];
            deviation[i % cells] += centred * centred;
        }
        for (int i = 0; i < cells; i++) {
            double variance = deviation[i] / samples;
            // The mean of equal values may be off by an ulp for each of them; that is no spread.
            double rounding = samples * Math.ulp(mean[i]);
            deviation[i] = Math.sqrt(variance) <= rounding ? 0 : Math.sqrt(variance);
        }
    }

    /** Returns the size of series that the scaler was fitted on. */
    public SeriesSize size() {
        return size;
    }

    /** Returns what was fitted. */
    public Scaling scaling() {
        return scaling;
    }

    /** Returns what is subtracted from each cell, {@code [T, F]}, DOUBLE. */
    public INDArray offset() {
        return SeriesArrays.of(offset, DataType.DOUBLE, size.timeSteps(), size.features());
    }

    /** Returns what each cell is divided by, {@code [T, F]}, DOUBLE, nowhere 0. */
    public INDArray scale() {
        return SeriesArrays.of(scale, DataType.DOUBLE, size.timeSteps(), size.features());
    }

    /**
     * Scales series; the given array is left as it is.
     *
     * @param x unscaled series, {@code [N, T, F]} or one series {@code [T, F]}
     * @return scaled series of the same shape and type
     * @throws IllegalArgumentException if the shape does not end in the fitted {@code [T, F]}
     */
    public INDArray apply(INDArray x) {
        INDArray rows = rows(x);
        INDArray scaled =
                rows.castTo(DataType.DOUBLE)
                        .subRowVector(vector(offset))
                        .diviRowVector(vector(scale));
        return scaled.castTo(x.dataType()).reshape('c', x.shape());
    }

    /**
     * Undoes {@link #apply}.
     *
     * @param x scaled series, {@code [N, T, F]} or one series {@code [T, F]}
     * @return unscaled series of the same shape and type
     * @throws IllegalArgumentException if the shape does not end in the fitted {@code [T, F]}
     */
    public INDArray invert(INDArray x) {
        INDArray rows = rows(x);
        INDArray unscaled =
                rows.castTo(DataType.DOUBLE)
                        .mulRowVector(vector(scale))
                        .addiRowVector(vector(offset));
        return unscaled.castTo(x.dataType()).reshape('c', x.shape());
    }

    /** Scales, in place, the samples that lie one after the other in {@code x}. */
    void applyInPlace(double[] x) {
        if (scaling == Scaling.NONE) {
            return;
        }
        for (int start = 0; start < x.length; start += offset.length) {
            for (int i = 0; i < offset.length; i++) {
                x[start + i] = (x[start + i] - offset[i]) / scale[i];
            }
        }
    }

    private INDArray rows(INDArray x) {
        Require.present("x", x);
        int rank = x.rank();
        if (rank < 2
                || rank > 3
                || x.size(rank - 2) != size.timeSteps()
                || x.size(rank - 1) != size.features()) {
            throw new IllegalArgumentException(
                    String.format(
                            "x must be [N, %d, %d] or [%d, %d], was %s",
                            size.timeSteps(),
                            size.features(),
                            size.timeSteps(),
                            size.features(),
                            Arrays.toString(x.shape())));
        }
        long samples = rank == 3 ? x.size(0) : 1;
        return x.dup('c').reshape('c', samples, size.cells());
    }

    private INDArray vector(double[] values) {
        return Nd4j.createFromArray(values).reshape(1, values.length);
    }
}
