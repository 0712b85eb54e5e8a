package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;

/**
 * The fused LSTM layer, taken apart: Rescale for its sigmoids and tanhs, the mean of each operand
 * for the products i·g, f·c and o·tanh(c), linear for the matrix products.
 *
 * <p>The fused op gives the hidden states of all steps of both towers; gates and every coefficient
 * follow for all steps at once; only c and the walk back through time go step by step:
 *
 * <pre>
 * m_c += m_h ½(o + o₀) Δu/Δc                          u = tanh(c)
 * m_z = (m_c ½(g + g₀) ρ_i,  m_c ½(c' + c'₀) ρ_f,  m_c ½(i + i₀) ρ_g,  m_h ½(u + u₀) ρ_o)
 * m_h' = m_z W_rᵀ      m_c' = m_c ½(f + f₀)           ρ = Δgate/Δz; ' is the step before
 * </pre>
 */
public final class LstmLayerRule implements DeepLiftRule {
    private static final List<Long> SIGMOID_TANH_TANH =
            List.of(
                    (long) LSTMActivations.SIGMOID.ordinal(),
                    (long) LSTMActivations.TANH.ordinal(),
                    (long) LSTMActivations.TANH.ordinal());

    @Override
    public Set<String> ops() {
        return Set.of("lstmLayer");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        return new Walk(op).multipliers();
    }

    /** What the op's arguments say. */
    private static final class Walk {
        private final OpPair op;
        private final SameDiff graph;
        private final boolean[] has;
        private final long format;
        private final boolean reversed;
        private final int units;
        private final int steps;
        // Positions among the inputs; -1 where there is none.
        private final int bias;
        private final int h0;
        private final int c0;

        Walk(OpPair op) {
            this.op = op;
            this.graph = op.graph();
            DynamicCustomOp function = (DynamicCustomOp) op.function();
            long[] integers = function.iArgs();
            this.has = function.bArgs();
            this.format = integers[0];
            this.reversed = integers[1] == LSTMDirectionMode.BWD.ordinal();
            if (format > LSTMDataFormat.NTS.ordinal() && format != LSTMDataFormat.NST.ordinal()) {
                throw op.unsupported("this data format");
            }
            if (integers[1] > LSTMDirectionMode.BWD.ordinal()) {
                throw op.unsupported("both directions in one layer");
            }
            if (has[1] || has[4]) {
                throw op.unsupported("sequence lengths or peepholes");
            }
            if (function.tArgs().length > 0 && function.tArgs()[0] != 0) {
                throw op.unsupported("a cell clip");
            }
            List<Long> activations = Arrays.stream(integers).skip(2).limit(3).boxed().toList();
            if (!activations.equals(SIGMOID_TANH_TANH)) {
                throw op.unsupported("other activations than sigmoid and tanh");
            }
            int next = 3;
            this.bias = has[0] ? next++ : -1;
            this.h0 = has[2] ? next++ : -1;
            this.c0 = has[3] ? next++ : -1;
            for (int i = 1; i < op.inputs(); i++) {
                if (op.depends(i) && i != h0 && i != c0) {
                    throw op.unsupported("weights that depend on the input");
                }
            }
            this.units = (int) op.size(op.input(2), 0);
            this.steps = (int) op.size(op.input(0), timeAxis());
        }

        List<SDVariable> multipliers() {
            SDVariable x = both(timeMajor(op.input(0)), timeMajor(op.referenceInput(0)), 1);
            SDVariable start = state(h0);
            SDVariable cellStart = state(c0);
            SDVariable weights = op.input(1);
            SDVariable recurrent = op.input(2);
            SDVariable before = hiddenBefore(x, start);
            SDVariable z =
                    graph.tensorMmul(x, weights, new int[] {2}, 0)
                            .add(graph.tensorMmul(before, recurrent, new int[] {2}, 0));
            if (bias >= 0) {
                z = z.add(op.input(bias));
            }
            return back(new Coefficients(z, cellStart), weights, recurrent);
        }

        /** h of the step before, for every step; [T, 2N, H]. */
        private SDVariable hiddenBefore(SDVariable x, SDVariable start) {
            LSTMLayerConfig config =
                    LSTMLayerConfig.builder()
                            .lstmdataformat(LSTMDataFormat.TNS)
                            .directionMode(LSTMDirectionMode.FWD)
                            .gateAct(LSTMActivations.SIGMOID)
                            .cellAct(LSTMActivations.TANH)
                            .outAct(LSTMActivations.TANH)
                            .retFullSequence(true)
                            .retLastH(false)
                            .retLastC(false)
                            .build();
            LSTMLayerWeights.LSTMLayerWeightsBuilder weights =
                    LSTMLayerWeights.builder().weights(op.input(1)).rWeights(op.input(2));
            if (bias >= 0) {
                weights.bias(op.input(bias));
            }
            SDVariable cellStart = c0 >= 0 ? state(c0) : null;
            SDVariable all =
                    graph.rnn()
                            .lstmLayer(
                                    x,
                                    h0 >= 0 ? start : null,
                                    cellStart,
                                    null,
                                    weights.build(),
                                    config)[0];
            SDVariable first = graph.expandDims(start, 0);
            return steps == 1
                    ? first
                    : graph.concat(
                            0, first, graph.slice(all, new int[] {0, 0, 0}, steps - 1, -1, units));
        }

        /** A start state of both towers, [2N, H]. */
        private SDVariable state(int input) {
            if (input >= 0) {
                return both(op.input(input), op.referenceInput(input), 0);
            }
            SDVariable x = timeMajor(op.input(0));
            SDVariable row = graph.mean(x.mul(0), true, 0, 2); // [1, N, 1]
            SDVariable zeros = graph.tile(graph.squeeze(row, 0), 1, units);
            return graph.concat(0, zeros, zeros);
        }

        /** Everything the walk back multiplies by, of all steps. */
        private final class Coefficients {
            final SDVariable[] cellFromHidden;
            final SDVariable[] gates;
            final SDVariable[] keep;

            Coefficients(SDVariable z, SDVariable cellStart) {
                SDVariable[] zs = graph.split(z, 4, 2);
                SDVariable i = graph.nn().sigmoid(zs[0]);
                SDVariable f = graph.nn().sigmoid(zs[1]);
                SDVariable g = graph.math().tanh(zs[2]);
                SDVariable o = graph.nn().sigmoid(zs[3]);
                SDVariable c = cells(f, i.mul(g), cellStart);
                SDVariable first = graph.expandDims(cellStart, 0);
                SDVariable previous =
                        steps == 1
                                ? first
                                : graph.concat(
                                        0,
                                        first,
                                        graph.slice(c, new int[] {0, 0, 0}, steps - 1, -1, units));
                SDVariable u = graph.math().tanh(c);
                this.cellFromHidden = steps(middle(o).mul(tanhQuotient(c, u)));
                this.keep = steps(middle(f));
                this.gates =
                        steps(
                                graph.concat(
                                        2,
                                        middle(g).mul(sigmoidQuotient(zs[0], i)),
                                        middle(previous).mul(sigmoidQuotient(zs[1], f)),
                                        middle(i).mul(tanhQuotient(zs[2], g)),
                                        middle(u).mul(sigmoidQuotient(zs[3], o))));
            }
        }

        private SDVariable cells(SDVariable f, SDVariable added, SDVariable start) {
            SDVariable[] fs = steps(f);
            SDVariable[] adds = steps(added);
            SDVariable c = start;
            SDVariable[] all = new SDVariable[steps];
            for (int t = 0; t < steps; t++) {
                c = fs[t].mul(c).add(adds[t]);
                all[t] = c;
            }
            return graph.stack(0, all);
        }

        private List<SDVariable> back(Coefficients by, SDVariable weights, SDVariable recurrent) {
            List<SDVariable> results = new ArrayList<>(op.multipliers());
            SDVariable[] toAll = has[5] ? steps(timeMajor(results.remove(0))) : null;
            SDVariable toHidden = has[6] ? results.remove(0) : null;
            SDVariable toCell = has[7] ? results.remove(0) : null;
            SDVariable[] gates = new SDVariable[steps];
            for (int t = steps - 1; t >= 0; t--) {
                if (toAll != null) {
                    toHidden = toHidden == null ? toAll[t] : toHidden.add(toAll[t]);
                }
                if (toHidden == null) {
                    toHidden = toCell.mul(0);
                }
                SDVariable through = toHidden.mul(by.cellFromHidden[t]);
                toCell = toCell == null ? through : toCell.add(through);
                gates[t] = graph.concat(1, toCell, toCell, toCell, toHidden).mul(by.gates[t]);
                toHidden = graph.linalg().mmul(gates[t], recurrent, false, true, false);
                toCell = toCell.mul(by.keep[t]);
            }
            SDVariable[] result = new SDVariable[op.inputs()];
            SDVariable toX =
                    graph.tensorMmul(
                            graph.stack(0, gates), graph.permute(weights, 1, 0), new int[] {2}, 0);
            result[0] = fromTimeMajor(toX);
            if (h0 >= 0) {
                result[h0] = toHidden;
            }
            if (c0 >= 0) {
                result[c0] = toCell;
            }
            return Arrays.asList(result);
        }

        /** Both towers' rows after each other. */
        private SDVariable both(SDVariable sample, SDVariable reference, int axis) {
            return graph.concat(axis, sample, reference);
        }

        private SDVariable middle(SDVariable both) {
            SDVariable[] towers = graph.split(both, 2, 1);
            return towers[0].add(towers[1]).mul(0.5);
        }

        private SDVariable tanhQuotient(SDVariable in, SDVariable out) {
            SDVariable[] ins = graph.split(in, 2, 1);
            SDVariable[] outs = graph.split(out, 2, 1);
            return Quotients.tanh(graph, ins[0].sub(ins[1]), outs[0], outs[1]);
        }

        private SDVariable sigmoidQuotient(SDVariable in, SDVariable out) {
            SDVariable[] ins = graph.split(in, 2, 1);
            SDVariable[] outs = graph.split(out, 2, 1);
            return Quotients.sigmoid(graph, ins[0].sub(ins[1]), outs[0], outs[1]);
        }

        private SDVariable[] steps(SDVariable overTime) {
            return graph.unstack(overTime, 0, steps);
        }

        private int timeAxis() {
            return format == LSTMDataFormat.TNS.ordinal()
                    ? 0
                    : format == LSTMDataFormat.NTS.ordinal() ? 1 : 2;
        }

        /** [T, N, ·] in the order in which the layer runs. */
        private SDVariable timeMajor(SDVariable x) {
            SDVariable major =
                    switch (timeAxis()) {
                        case 0 -> x;
                        case 1 -> graph.permute(x, 1, 0, 2);
                        default -> graph.permute(x, 2, 0, 1);
                    };
            return reversed ? graph.reverse(major, 0) : major;
        }

        private SDVariable fromTimeMajor(SDVariable x) {
            SDVariable forward = reversed ? graph.reverse(x, 0) : x;
            return switch (timeAxis()) {
                case 0 -> forward;
                case 1 -> graph.permute(forward, 1, 0, 2);
                default -> graph.permute(forward, 1, 2, 0);
            };
        }
    }
}
