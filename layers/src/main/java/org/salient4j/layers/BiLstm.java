package org.salient4j.layers;

import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A bidirectional LSTM over texts of different lengths, and the pooling of its states (Hochreiter
 * and Schmidhuber 1997; Schuster and Paliwal 1997; Graves and Schmidhuber 2005): one {@link Lstm}
 * reads from the first word to the last, another from the last to the first.
 *
 * <p>Padding at the end changes nothing. The direction that reads backwards meets it first: there a
 * further feature of the input, 1 at the padding, closes the input gates, so that cell and state
 * stay 0 until the text begins. That is exact, needs no reordering of the steps, and both
 * directions stay one fused recurrence each. The other direction meets the padding last, where the
 * pooling leaves it out.
 *
 * <p>It has two inputs and no tangent, and so is no {@link Layer}: no penalty on the Jacobian is
 * put on networks of texts.
 *
 * <p>Parameters, names and start values as PyTorch's bidirectional {@code LSTM}: {@code
 * weight_ih_l0} [4H, F], {@code weight_hh_l0} [4H, H], {@code bias_ih_l0} and {@code bias_hh_l0}
 * [4H], and the same with {@code _reverse}, all U(±1/sqrt(H)).
 *
 * @param features F, size of a step
 * @param hidden H, number of units in each direction
 * @param pooling how the states of all steps become one vector
 */
public record BiLstm(int features, int hidden, SequencePooling pooling) {
    /** The sigmoid of it is 0 in float and double. */
    private static final double CLOSED = -1e3;

    /** Validates the sizes. */
    public BiLstm {
        Sizes.positive("features", features);
        Sizes.positive("hidden", hidden);
        Objects.requireNonNull(pooling, "pooling");
    }

    /**
     * Texts with padding at their ends.
     *
     * @param x [B, T, F]
     * @param padding [B, T], 1 where a step is padding and 0 elsewhere, not all of a row; null if
     *     none is
     * @return [B, 2H], the pooled states of both directions
     */
    public SDVariable forward(Scope scope, SDVariable x, SDVariable padding) {
        SameDiff graph = scope.graph();
        SDVariable series = graph.permute(x, 1, 0, 2);
        SDVariable marks =
                padding == null ? null : graph.expandDims(graph.permute(padding, 1, 0), 2);
        return graph.concat(
                1, firstToLast(scope, series, marks), lastToFirst(scope, series, marks));
    }

    private SDVariable firstToLast(Scope scope, SDVariable series, SDVariable marks) {
        LstmOp op = op(scope, "", inputWeights(scope, ""), false);
        return pooling == SequencePooling.LAST && marks == null
                ? op.last(scope.graph(), series)
                : pooling.pool(scope.graph(), op.states(scope.graph(), series), marks);
    }

    private SDVariable lastToFirst(Scope scope, SDVariable series, SDVariable marks) {
        SameDiff graph = scope.graph();
        SDVariable weights = inputWeights(scope, "_reverse");
        SDVariable input = series;
        if (marks != null) {
            weights = graph.concat(0, weights, graph.constant(closing(scope)));
            input = graph.concat(2, series, marks);
        }
        LstmOp op = op(scope, "_reverse", weights, true);
        return pooling == SequencePooling.LAST
                ? op.last(graph, input)
                : pooling.pool(graph, op.states(graph, input), marks);
    }

    private SDVariable inputWeights(Scope scope, String direction) {
        return scope.graph()
                .permute(
                        scope.parameter(
                                "weight_ih_l0" + direction, uniform(), 4L * hidden, features),
                        1,
                        0);
    }

    private LstmOp op(Scope scope, String direction, SDVariable inputWeights, boolean backward) {
        SDVariable recurrent =
                scope.parameter("weight_hh_l0" + direction, uniform(), 4L * hidden, hidden);
        SDVariable biasIh = scope.parameter("bias_ih_l0" + direction, uniform(), 4L * hidden);
        SDVariable biasHh = scope.parameter("bias_hh_l0" + direction, uniform(), 4L * hidden);
        return new LstmOp(
                inputWeights, scope.graph().permute(recurrent, 1, 0), biasIh.add(biasHh), backward);
    }

    /** [1, 4H]: what a step of padding adds to the gates. */
    private INDArray closing(Scope scope) {
        INDArray row = Nd4j.zeros(scope.dataType(), 1, 4L * hidden);
        for (int unit = 0; unit < hidden; unit++) {
            row.putScalar(0, unit, CLOSED);
        }
        return row;
    }

    private Initializer uniform() {
        return Initializer.uniform(1 / Math.sqrt(hidden));
    }
}
