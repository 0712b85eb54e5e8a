package org.salient4j.attribution.deeplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;
import org.salient4j.framework.InvalidInputException;

/** The fused layer against the same recurrence written with single ops, which other rules share. */
class LstmLayerRuleTest {
    private static final int STEPS = 5;
    private static final int FEATURES = 4;
    private static final int UNITS = 3;
    private static final INDArray X = RuleGraph.uniform(11, 3, STEPS, FEATURES);
    private static final INDArray B = RuleGraph.uniform(12, 3, STEPS, FEATURES);

    private record Form(
            LSTMDataFormat format,
            LSTMDirectionMode direction,
            boolean bias,
            boolean starts,
            boolean all,
            boolean lastH,
            boolean lastC) {}

    static Stream<Arguments> forms() {
        List<Form> forms = new ArrayList<>();
        for (LSTMDataFormat format :
                List.of(LSTMDataFormat.TNS, LSTMDataFormat.NTS, LSTMDataFormat.NST)) {
            forms.add(new Form(format, LSTMDirectionMode.FWD, true, false, false, true, false));
            forms.add(new Form(format, LSTMDirectionMode.BWD, true, false, true, false, false));
        }
        LSTMDataFormat tns = LSTMDataFormat.TNS;
        forms.add(new Form(tns, LSTMDirectionMode.FWD, false, false, true, true, true));
        forms.add(new Form(tns, LSTMDirectionMode.FWD, true, true, false, false, true));
        forms.add(new Form(tns, LSTMDirectionMode.BWD, true, true, true, true, false));
        return forms.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void should_equal_the_recurrence_written_out(Form form) {
        RuleGraph fused = new RuleGraph((g, x) -> fused(g, x, form), STEPS, FEATURES);
        RuleGraph written = new RuleGraph((g, x) -> written(g, x, form), STEPS, FEATURES);
        assertThat(distance(fused.model().output(X), written.model().output(X))).isLessThan(1e-13);

        INDArray attributions = fused.attribute(X, B);

        assertThat(distance(attributions, written.attribute(X, B))).isLessThan(1e-12);
        assertThat(fused.incompleteness(X, B)).isLessThan(1e-11);
    }

    @Test
    void should_take_a_single_step() {
        Form form =
                new Form(
                        LSTMDataFormat.TNS, LSTMDirectionMode.FWD, true, false, false, true, false);
        RuleGraph fused = new RuleGraph((g, x) -> fused(g, x, form), 1, FEATURES);

        assertThat(
                        fused.incompleteness(
                                RuleGraph.uniform(11, 3, 1, FEATURES),
                                RuleGraph.uniform(12, 3, 1, FEATURES)))
                .isLessThan(1e-12);
    }

    @Test
    void should_refuse_a_form_it_does_not_cover() {
        Form both =
                new Form(
                        LSTMDataFormat.NTS,
                        LSTMDirectionMode.BIDIR_SUM,
                        false,
                        false,
                        true,
                        false,
                        false);
        RuleGraph graph =
                new RuleGraph(
                        (g, x) ->
                                g.rnn()
                                        .lstmLayer(
                                                x,
                                                LSTMLayerWeights.builder()
                                                        .weights(w(g, 1, 2, FEATURES, 4 * UNITS))
                                                        .rWeights(w(g, 2, 2, UNITS, 4 * UNITS))
                                                        .build(),
                                                config(both))[0],
                        STEPS,
                        FEATURES);

        assertThatThrownBy(() -> graph.attribute(X, B))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("DeepLIFT's rule for op 'lstmLayer' does not cover both");
    }

    private static SDVariable fused(SameDiff g, SDVariable x, Form form) {
        SDVariable in =
                switch (form.format) {
                    case TNS -> g.permute(x, 1, 0, 2);
                    case NST -> g.permute(x, 0, 2, 1);
                    default -> x;
                };
        LSTMLayerWeights.LSTMLayerWeightsBuilder weights =
                LSTMLayerWeights.builder()
                        .weights(w(g, 1, FEATURES, 4 * UNITS))
                        .rWeights(w(g, 2, UNITS, 4 * UNITS));
        if (form.bias) {
            weights.bias(w(g, 3, 4 * UNITS));
        }
        SDVariable start = form.starts ? start(g, x, 4) : null;
        SDVariable cellStart = form.starts ? start(g, x, 5) : null;
        SDVariable[] outputs =
                g.rnn().lstmLayer(in, start, cellStart, null, weights.build(), config(form));
        List<SDVariable> parts = new ArrayList<>(List.of(outputs));
        if (form.all) {
            SDVariable major =
                    switch (form.format) {
                        case TNS -> g.permute(parts.get(0), 1, 0, 2);
                        case NST -> g.permute(parts.get(0), 0, 2, 1);
                        default -> parts.get(0);
                    };
            parts.set(0, g.reshape(major, -1, STEPS * UNITS));
        }
        return parts.size() == 1 ? parts.get(0) : g.concat(1, parts.toArray(SDVariable[]::new));
    }

    private static SDVariable written(SameDiff g, SDVariable x, Form form) {
        SDVariable wx = w(g, 1, FEATURES, 4 * UNITS);
        SDVariable wr = w(g, 2, UNITS, 4 * UNITS);
        SDVariable h = form.starts ? start(g, x, 4) : start(g, x, 4).mul(0);
        SDVariable c = form.starts ? start(g, x, 5) : start(g, x, 5).mul(0);
        boolean reversed = form.direction == LSTMDirectionMode.BWD;
        SDVariable[] steps = g.unstack(x, 1, STEPS);
        List<SDVariable> all = new ArrayList<>(Collections.nCopies(STEPS, null));
        for (int n = 0; n < STEPS; n++) {
            int t = reversed ? STEPS - 1 - n : n;
            SDVariable z = steps[t].mmul(wx).add(h.mmul(wr));
            SDVariable[] gates = g.split(form.bias ? z.add(w(g, 3, 4 * UNITS)) : z, 4, 1);
            c =
                    g.nn().sigmoid(gates[1])
                            .mul(c)
                            .add(g.nn().sigmoid(gates[0]).mul(g.math().tanh(gates[2])));
            h = g.nn().sigmoid(gates[3]).mul(g.math().tanh(c));
            all.set(t, h);
        }
        List<SDVariable> parts = new ArrayList<>();
        if (form.all) {
            parts.add(g.reshape(g.stack(1, all.toArray(SDVariable[]::new)), -1, STEPS * UNITS));
        }
        if (form.lastH) {
            parts.add(h);
        }
        if (form.lastC) {
            parts.add(c);
        }
        return parts.size() == 1 ? parts.get(0) : g.concat(1, parts.toArray(SDVariable[]::new));
    }

    /** A start state that depends on x. */
    private static SDVariable start(SameDiff g, SDVariable x, int seed) {
        return g.math()
                .tanh(g.reshape(x, -1, STEPS * FEATURES).mmul(w(g, seed, STEPS * FEATURES, UNITS)));
    }

    private static LSTMLayerConfig config(Form form) {
        return LSTMLayerConfig.builder()
                .lstmdataformat(form.format)
                .directionMode(form.direction)
                .gateAct(LSTMActivations.SIGMOID)
                .cellAct(LSTMActivations.TANH)
                .outAct(LSTMActivations.TANH)
                .retFullSequence(form.all)
                .retLastH(form.lastH)
                .retLastC(form.lastC)
                .build();
    }

    private static SDVariable w(SameDiff g, int seed, long... shape) {
        return g.constant(RuleGraph.uniform(seed, shape));
    }

    private static double distance(INDArray a, INDArray b) {
        return a.sub(b).amaxNumber().doubleValue() / b.amaxNumber().doubleValue();
    }
}
