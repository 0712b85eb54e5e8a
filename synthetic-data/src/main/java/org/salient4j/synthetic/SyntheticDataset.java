package org.salient4j.synthetic;

import java.util.Optional;

/**
 * The parts of one synthetic data set, drawn independently and scaled alike.
 *
 * @param spec what was asked for
 * @param train training samples
 * @param validation validation samples, absent if none were asked for
 * @param test test samples
 * @param scaler the scaling of all parts, fitted on the training samples
 */
public record SyntheticDataset(
        SyntheticSpec spec,
        LabelledSeries train,
        Optional<LabelledSeries> validation,
        LabelledSeries test,
        CellScaler scaler) {

    /**
     * @throws IllegalArgumentException if a part is missing
     */
    public SyntheticDataset {
        Require.present("spec", spec);
        Require.present("train", train);
        Require.present("validation", validation);
        Require.present("test", test);
        Require.present("scaler", scaler);
    }
}
