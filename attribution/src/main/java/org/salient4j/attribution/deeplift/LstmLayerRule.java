package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
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
 * <p>The fused op gives the hidden states of all steps, tower by tower; gates and every coefficient
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
            Tower sample = new Tower(op::input);
            Tower reference = new Tower(op::referenceInput);
            return back(new Coefficients(sample, reference));
        }

        /** Gates and cells of all steps, [T, N, H], on one of the towers. */
        private final class Tower {
            final SDVariable[] z;
            final SDVariable i;
            final SDVariable f;
            final SDVariable g;
            final SDVariable o;
            final SDVariable c;
            final SDVariable cellBefore;
            final SDVariable u;

            Tower(IntFunction<SDVariable> input) {
                SDVariable x = timeMajor(input.apply(0));
                SDVariable start = h0 >= 0 ? input.apply(h0) : zeros(x);
                SDVariable cellStart = c0 >= 0 ? input.apply(c0) : zeros(x);
                SDVariable hidden = hidden(x, start, cellStart);
                SDVariable all =
                        graph.tensorMmul(x, op.input(1), new int[] {2}, 0)
                                .add(
                                        graph.tensorMmul(
                                                before(start, hidden),
                                                op.input(2),
                                                new int[] {2},
                                                0));
                if (bias >= 0) {
                    all = all.add(op.input(bias));
                }
                this.z = graph.split(all, 4, 2);
                this.i = graph.nn().sigmoid(z[0]);
                this.f = graph.nn().sigmoid(z[1]);
                this.g = graph.math().tanh(z[2]);
                this.o = graph.nn().sigmoid(z[3]);
                this.c = cells(f, i.mul(g), cellStart);
                this.cellBefore = before(cellStart, c);
                this.u = graph.math().tanh(c);
            }
        }

        /** h of every step. */
        private SDVariable hidden(SDVariable x, SDVariable start, SDVariable cellStart) {
            LSTMLayerConfig config =
                    LSTMLayerConfig.builder()
                            .lstmdataformat(LSTMDataFormat.TNS)
                            .directionMode(LSTMDirectionMode.FWD)
                            .gateAct(LSTMActivations.SIGMOID)
                            .cellAct(LSTMActivations.TANH)
                            .outAct(LSTMActivations.TANH)
                            .retFullSequence(true)
                            .retLastH(true) // without it stock ND4J's op fails
                            .retLastC(false)
                            .build();
            LSTMLayerWeights.LSTMLayerWeightsBuilder weights =
                    LSTMLayerWeights.builder().weights(op.input(1)).rWeights(op.input(2));
            if (bias >= 0) {
                weights.bias(op.input(bias));
            }
            return graph.rnn().lstmLayer(x, start, cellStart, null, weights.build(), config)[0];
        }

        /** Every step's predecessor. */
        private SDVariable before(SDVariable start, SDVariable all) {
            SDVariable first = graph.expandDims(start, 0);
            return steps == 1
                    ? first
                    : graph.concat(
                            0, first, graph.slice(all, new int[] {0, 0, 0}, steps - 1, -1, units));
        }

        /** Zeros [N, H]; N is known when the graph runs. */
        private SDVariable zeros(SDVariable x) {
            SDVariable row = graph.squeeze(graph.slice(x, new int[] {0, 0, 0}, 1, -1, 1), 0);
            return graph.tile(row.mul(0), 1, units);
        }

        /** Everything the walk back multiplies by, of all steps. */
        private final class Coefficients {
            final SDVariable[] cellFromHidden;
            final SDVariable[] gates;
            final SDVariable[] keep;

            Coefficients(Tower a, Tower b) {
                SDVariable toI = middle(a.g, b.g).mul(sigmoid(a.z[0], b.z[0], a.i, b.i));
                SDVariable toF =
                        middle(a.cellBefore, b.cellBefore).mul(sigmoid(a.z[1], b.z[1], a.f, b.f));
                SDVariable toG = middle(a.i, b.i).mul(tanh(a.z[2], b.z[2], a.g, b.g));
                SDVariable toO = middle(a.u, b.u).mul(sigmoid(a.z[3], b.z[3], a.o, b.o));
                this.gates = steps(graph.concat(2, toI, toF, toG, toO));
                this.cellFromHidden = steps(middle(a.o, b.o).mul(tanh(a.c, b.c, a.u, b.u)));
                this.keep = steps(middle(a.f, b.f));
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

        private List<SDVariable> back(Coefficients by) {
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
                toHidden = graph.linalg().mmul(gates[t], op.input(2), false, true, false);
                toCell = toCell.mul(by.keep[t]);
            }
            SDVariable[] result = new SDVariable[op.inputs()];
            SDVariable toX =
                    graph.tensorMmul(
                            graph.stack(0, gates),
                            graph.permute(op.input(1), 1, 0),
                            new int[] {2},
                            0);
            result[0] = fromTimeMajor(toX);
            if (h0 >= 0) {
                result[h0] = toHidden;
            }
            if (c0 >= 0) {
                result[c0] = toCell;
            }
            return Arrays.asList(result);
        }

        private SDVariable middle(SDVariable a, SDVariable b) {
            return a.add(b).mul(0.5);
        }

        private SDVariable tanh(SDVariable z, SDVariable z0, SDVariable y, SDVariable y0) {
            return Quotients.tanh(graph, z.sub(z0), y, y0);
        }

        private SDVariable sigmoid(SDVariable z, SDVariable z0, SDVariable y, SDVariable y0) {
            return Quotients.sigmoid(graph, z.sub(z0), y, y0);
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
