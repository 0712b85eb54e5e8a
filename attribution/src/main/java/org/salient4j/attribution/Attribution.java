package org.salient4j.attribution;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Attributions of a batch.
 *
 * @param values signed unless the method was told to take absolute values; shaped as the input [B,
 *     …], of the model's data type
 * @param targets the class explained in each row, B of them
 * @param convergenceDelta per row Σ values - (f(x) - f(baseline)), f the explained output, in
 *     double; present where the method claims completeness. Far from 0 means that the sum does not
 *     account for the output: take more steps
 */
public record Attribution(INDArray values, int[] targets, Optional<double[]> convergenceDelta) {

    /** Checks that all three speak of the same rows. */
    public Attribution {
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(convergenceDelta, "convergenceDelta");
        long rows = values.rank() == 0 ? 0 : values.size(0);
        if (targets.length != rows) {
            throw new IllegalArgumentException(
                    "values of shape %s need %d targets, found %d"
                            .formatted(Arrays.toString(values.shape()), rows, targets.length));
        }
        if (convergenceDelta.isPresent() && convergenceDelta.get().length != rows) {
            throw new IllegalArgumentException(
                    "values of shape %s need %d convergence deltas, found %d"
                            .formatted(
                                    Arrays.toString(values.shape()),
                                    rows,
                                    convergenceDelta.get().length));
        }
    }

    /** Attributions of a method that does not claim completeness. */
    public Attribution(INDArray values, int[] targets) {
        this(values, targets, Optional.empty());
    }
}
