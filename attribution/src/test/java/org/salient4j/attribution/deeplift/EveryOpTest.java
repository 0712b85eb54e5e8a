package org.salient4j.attribution.deeplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.enums.PadMode;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv1DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv3DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling3DConfig;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.RSubOp;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

/** Every op that a rule claims, in a graph of a user: it is there, it runs, and it is complete. */
class EveryOpTest {
    private static final Map<String, BiFunction<SameDiff, SDVariable, SDVariable>> CASES =
            new TreeMap<>();

    static {
        // Sums, scales and elements moved, x is [N, 6, 4] in (-1, 1).
        op("add", (g, x) -> x.add(g.math().tanh(x)));
        op("subtract", (g, x) -> x.sub(g.mean(x, true, 1)));
        op("reversesubtract", (g, x) -> new RSubOp(g, x, g.math().exp(x)).outputVariable());
        op("mergeadd", (g, x) -> g.math().mergeAdd(x, g.math().exp(x), x));
        op("biasadd", (g, x) -> g.nn().biasAdd(x, g.constant(w(4)), false));
        op("neg", (g, x) -> g.math().neg(x));
        op("add_scalar", (g, x) -> x.add(2));
        op("sub_scalar", (g, x) -> x.sub(2));
        op("rsub_scalar", (g, x) -> x.rsub(2));
        op("mul_scalar", (g, x) -> x.mul(2));
        op("div_scalar", (g, x) -> x.div(2));
        op("reduce_sum", (g, x) -> x.sum(1));
        op("reduce_mean", (g, x) -> x.mean(true, 1, 2));
        op("identity", (g, x) -> g.identity(x));
        op("cast", (g, x) -> x.castTo(DataType.FLOAT).castTo(DataType.DOUBLE));
        op("reshape", (g, x) -> g.reshape(x, -1, 3, 8));
        op("permute", (g, x) -> g.permute(x, 0, 2, 1));
        op("transpose", (g, x) -> g.transpose(g.transpose(g.reshape(x, -1, 24))));
        op("squeeze", (g, x) -> g.squeeze(x.sum(true, 1), 1));
        op("expand_dims", (g, x) -> g.expandDims(x, 2));
        op("concat", (g, x) -> g.concat(1, x, g.math().exp(x)));
        op("stack", (g, x) -> g.stack(1, x, g.math().exp(x)));
        op("unstack", (g, x) -> g.unstack(x, 1, 6)[3]);
        op("split", (g, x) -> g.split(x, 2, 2)[1]);
        op("slice", (g, x) -> g.slice(x, new int[] {0, 1, 2}, -1, 3, 2));
        op("strided_slice", (g, x) -> x.get(SDIndex.all(), SDIndex.interval(1, 4)));
        op("gather", (g, x) -> g.gather(x, new int[] {5, 0, 5}, 1));
        op("tile", (g, x) -> g.tile(x, 1, 2, 1));
        op("pad", (g, x) -> g.nn().pad(x, pads(g), PadMode.CONSTANT, 0.5));
        op("reverse", (g, x) -> g.reverse(x, 1));
        op("stop_gradient", (g, x) -> new StopGradient(g, x).outputVariable());
        op("avgpool2d", (g, x) -> g.cnn().avgPooling2d(image(g, x), pool2d()));
        op("im2col", (g, x) -> g.cnn().im2Col(image(g, x), conv2d()));
        // Products.
        op("multiply", (g, x) -> x.mul(g.math().tanh(x)).mul(g.mean(x, true, 1)));
        op("matmul", (g, x) -> g.linalg().mmul(x, g.math().exp(x), false, true, false));
        op("dot", (g, x) -> g.dot(x, g.math().exp(x), 2));
        op(
                "xw_plus_b",
                (g, x) -> g.nn().linear(flat(g, x), g.constant(w(24, 3)), g.constant(w(3))));
        op("squaredsubtract", (g, x) -> g.math().squaredDifference(x, g.math().exp(x)));
        op("square", (g, x) -> g.math().square(x));
        op("var", (g, x) -> g.variance(x, true, 2));
        op("reduce_sqnorm", (g, x) -> g.squaredNorm(x, 2));
        op("conv1d", (g, x) -> g.cnn().conv1d(x, g.constant(w(2, 6, 3)), conv1d()));
        op("conv2d", (g, x) -> g.cnn().conv2d(image(g, x), g.constant(w(2, 2, 1, 3)), conv2d()));
        op(
                "conv3dnew",
                (g, x) -> g.cnn().conv3d(volume(g, x), g.constant(w(2, 2, 2, 1, 3)), conv3d()));
        op(
                "depthwise_conv2d",
                (g, x) ->
                        g.cnn().depthWiseConv2d(image(g, x), g.constant(w(2, 2, 1, 3)), conv2d()));
        op(
                "deconv2d",
                (g, x) -> g.cnn().deconv2d(image(g, x), g.constant(w(2, 2, 3, 1)), deconv2d()));
        // Functions of one input.
        op("relu", (g, x) -> g.nn().relu(x, 0));
        op("relu6", (g, x) -> g.nn().relu6(x.mul(9), 0));
        op("elu", (g, x) -> g.nn().elu(x));
        op("selu", (g, x) -> g.nn().selu(x));
        op("leakyrelu", (g, x) -> g.nn().leakyRelu(x, 0.1));
        op("softplus", (g, x) -> g.nn().softplus(x));
        op("softsign", (g, x) -> g.nn().softsign(x));
        op("gelu", (g, x) -> g.nn().gelu(x));
        op("precise_gelu", (g, x) -> g.nn().preciseGelu(x));
        op("swish", (g, x) -> g.nn().swish(x));
        op("logsigmoid", (g, x) -> g.nn().logSigmoid(x));
        op("hardtanh", (g, x) -> g.nn().hardTanh(x.mul(3)));
        op("hard_sigmoid", (g, x) -> g.nn().hardSigmoid(x.mul(5)));
        op("erf", (g, x) -> g.math().erf(x));
        op("abs", (g, x) -> g.math().abs(x));
        op("step", (g, x) -> x.mul(g.math().step(x, 0)));
        op("ClipByValue", (g, x) -> g.clipByValue(x, -0.4, 0.3));
        op("pow", (g, x) -> g.math().pow(positive(x), 1.7));
        op("sin", (g, x) -> g.math().sin(x));
        op("cos", (g, x) -> g.math().cos(x));
        op("log1p", (g, x) -> g.math().log1p(positive(x)));
        op("expm1", (g, x) -> g.math().expm1(x));
        op("tanh", (g, x) -> g.math().tanh(x));
        op("sigmoid", (g, x) -> g.nn().sigmoid(x));
        op("exp", (g, x) -> g.math().exp(x));
        op("log", (g, x) -> g.math().log(positive(x)));
        op("sqrt", (g, x) -> g.math().sqrt(positive(x)));
        op("rsqrt", (g, x) -> g.math().rsqrt(positive(x)));
        op("cube", (g, x) -> g.math().cube(x));
        op("Reciprocal", (g, x) -> g.math().reciprocal(positive(x)));
        op("rdiv_scalar", (g, x) -> positive(x).rdiv(3));
        // Quotients, maxima, norms.
        op("divide", (g, x) -> x.div(positive(g.mean(x, true, 1))));
        op("reversedivide", (g, x) -> positive(x).rdiv(g.math().exp(x)));
        op("softmax", (g, x) -> g.nn().softmax(x, 1));
        op("log_softmax", (g, x) -> g.nn().logSoftmax(x));
        op("reduce_max", (g, x) -> x.max(1));
        op("reduce_min", (g, x) -> x.min(true, 1, 2));
        op("maximum", (g, x) -> g.math().max(x, g.math().tanh(x.mul(2))));
        op("minimum", (g, x) -> g.math().min(x, g.constant(0.2)));
        op("maxpool2d", (g, x) -> g.cnn().maxPooling2d(image(g, x), pool2d()));
        op("maxpool3dnew", (g, x) -> g.cnn().maxPooling3d(volume(g, x), pool3d()));
        op("std", (g, x) -> g.standardDeviation(x, true, true, 2));
        op("reduce_norm2", (g, x) -> x.norm2(1));
        op("standardize", (g, x) -> g.math().standardize(x, 2));
        op("layer_norm", EveryOpTest::layerNorm);
        op("batchnorm", EveryOpTest::batchNorm);
    }

    static Stream<String> ops() {
        return CASES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("ops")
    void should_account_for_the_whole_change(String op) {
        RuleGraph graph = RuleGraph.twice(CASES.get(op), 6, 4);
        INDArray x = RuleGraph.uniform(11, 3, 6, 4);
        INDArray b = RuleGraph.uniform(12, 3, 6, 4);

        assertThat(kinds(CASES.get(op))).contains(op);
        assertThat(graph.incompleteness(x, b)).isLessThan(op.equals("cast") ? 1e-5 : 1e-10);
    }

    /** lstmLayer has a test of its own, sinh is the example of an added rule. */
    @Test
    void should_try_every_op_that_a_rule_claims() {
        Set<String> claimed = new TreeSet<>(DeepLiftRules.byOp().keySet());
        claimed.removeAll(Set.of("lstmLayer", "sinh"));

        assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(claimed);
    }

    @Test
    void should_take_a_rule_that_somebody_added() {
        RuleGraph graph = new RuleGraph((g, x) -> g.math().sinh(x), 2);

        assertThat(graph.incompleteness(RuleGraph.uniform(1, 2, 2), RuleGraph.uniform(2, 2, 2)))
                .isLessThan(1e-12);
    }

    @Test
    void should_name_the_op_it_has_no_rule_for() {
        refused((g, x) -> g.cumsum(x, false, false, 1).rename("sums"))
                .hasMessage(
                        "DeepLIFT has no rule for op 'cumsum' (variable 'sums'): write the network"
                                + " with other ops, add a DeepLiftRule for it, or use"
                                + " integrated-gradients");
        refused((g, x) -> x.mul(x.gt(0).castTo(DataType.DOUBLE)))
                .hasMessageContaining("DeepLIFT cannot see through")
                .hasMessageContaining("BOOL that op 'cast'");
        refused((g, x) -> batchNormOfItself(g, x))
                .hasMessageContaining("does not cover statistics that depend on the input");
    }

    private static AbstractThrowableAssert<?, ?> refused(
            BiFunction<SameDiff, SDVariable, SDVariable> body) {
        RuleGraph graph = new RuleGraph(body, 6, 4);
        INDArray x = RuleGraph.uniform(11, 3, 6, 4);
        return assertThatThrownBy(() -> graph.attribute(x, x))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("\n");
    }

    private static void op(String name, BiFunction<SameDiff, SDVariable, SDVariable> body) {
        CASES.put(name, body);
    }

    private static Set<String> kinds(BiFunction<SameDiff, SDVariable, SDVariable> body) {
        SameDiff graph = SameDiff.create();
        body.apply(graph, graph.placeHolder("x", DataType.DOUBLE, -1, 6, 4));
        Set<String> kinds = new TreeSet<>();
        graph.getOps().values().forEach(op -> kinds.add(op.getOp().opName()));
        return kinds;
    }

    private static INDArray w(long... shape) {
        return RuleGraph.uniform(21, shape);
    }

    private static SDVariable positive(SDVariable x) {
        return x.add(1.5);
    }

    private static SDVariable flat(SameDiff graph, SDVariable x) {
        return graph.reshape(x, -1, 24);
    }

    private static SDVariable image(SameDiff graph, SDVariable x) {
        return graph.expandDims(x, 1);
    }

    private static SDVariable volume(SameDiff graph, SDVariable x) {
        return graph.reshape(x, -1, 1, 3, 2, 4);
    }

    private static SDVariable pads(SameDiff graph) {
        return graph.constant(Nd4j.createFromArray(new int[][] {{0, 0}, {2, 0}, {0, 1}}));
    }

    private static SDVariable layerNorm(SameDiff graph, SDVariable x) {
        return graph.nn().layerNorm(x, graph.constant(w(4)), graph.constant(w(4)), false, 2);
    }

    private static SDVariable batchNorm(SameDiff graph, SDVariable x) {
        SDVariable variance = graph.constant(w(4).mul(0.4).add(1));
        return graph.nn()
                .batchNorm(
                        x,
                        graph.constant(w(4)),
                        variance,
                        graph.constant(w(4)),
                        graph.constant(w(4)),
                        1e-5,
                        2);
    }

    private static SDVariable batchNormOfItself(SameDiff graph, SDVariable x) {
        SDVariable scale = graph.constant(w(4));
        return graph.nn()
                .batchNorm(x, x.mean(0, 1), graph.constant(w(4).add(2)), scale, scale, 1e-5, 2);
    }

    private static Conv1DConfig conv1d() {
        return Conv1DConfig.builder().k(2).s(1).p(0).paddingMode(PaddingMode.VALID).build();
    }

    private static Conv2DConfig conv2d() {
        return Conv2DConfig.builder().kH(2).kW(2).sH(1).sW(1).build();
    }

    private static Conv3DConfig conv3d() {
        return Conv3DConfig.builder()
                .dataFormat("NCDHW")
                .kD(2)
                .kH(2)
                .kW(2)
                .sD(1)
                .sH(1)
                .sW(1)
                .build();
    }

    private static DeConv2DConfig deconv2d() {
        return DeConv2DConfig.builder().kH(2).kW(2).sH(1).sW(1).build();
    }

    private static Pooling2DConfig pool2d() {
        return Pooling2DConfig.builder().kH(2).kW(2).sH(1).sW(1).build();
    }

    private static Pooling3DConfig pool3d() {
        return Pooling3DConfig.builder().kD(2).kH(2).kW(2).sD(1).sH(1).sW(1).build();
    }
}
