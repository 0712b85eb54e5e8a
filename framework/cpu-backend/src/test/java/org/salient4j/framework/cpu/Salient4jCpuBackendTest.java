package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;

class Salient4jCpuBackendTest {
    @Test
    void should_be_the_backend_that_nd4j_finds() {
        assertThat(Nd4j.getBackend()).isInstanceOf(Salient4jCpuBackend.class);
        assertThat(Nd4j.getExecutioner()).isInstanceOf(KernelExecutioner.class);
    }

    @Test
    void should_rank_between_the_stock_cpu_backend_and_cuda() {
        assertThat(new Salient4jCpuBackend().getPriority())
                .isGreaterThan(new CpuBackend().getPriority())
                .isLessThan(100);
    }

    @Test
    void should_have_the_settings_of_the_stock_backend_but_for_the_executioner()
            throws IOException {
        Properties expected = load(new CpuBackend().getConfigurationResource());
        expected.setProperty("opexec", KernelExecutioner.class.getName());

        assertThat(load(new Salient4jCpuBackend().getConfigurationResource())).isEqualTo(expected);
    }

    @Test
    void should_leave_nd4j_as_it_is_if_the_property_says_stock() throws Exception {
        assertThat(executionerWith("stock"))
                .isEqualTo("org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner");
        assertThat(executionerWith("fast")).isEqualTo(KernelExecutioner.class.getName());
    }

    @Test
    void should_name_a_wrong_value_of_the_property() {
        System.setProperty(Salient4jCpuBackend.PROPERTY, "quick");
        try {
            assertThatThrownBy(() -> new Salient4jCpuBackend().isAvailable())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("salient4j.backend must be fast or stock, was quick");
        } finally {
            System.clearProperty(Salient4jCpuBackend.PROPERTY);
        }
    }

    @Test
    void should_run_the_lstm_of_a_samediff_graph_by_the_kernels() {
        LstmExample example = LstmExample.plain(DataType.FLOAT, 4, 5, 3, 6);
        List<INDArray> in = example.forwardInputs();
        SameDiff sd = SameDiff.create();
        SDVariable x = sd.placeHolder("x", DataType.FLOAT, -1, 5, 3);
        LSTMLayerWeights weights =
                LSTMLayerWeights.builder()
                        .weights(sd.var("wx", in.get(1)))
                        .rWeights(sd.var("wr", in.get(2)))
                        .bias(sd.var("b", in.get(3)))
                        .build();
        LSTMLayerConfig config =
                LSTMLayerConfig.builder()
                        .lstmdataformat(LSTMDataFormat.NTS)
                        .retFullSequence(false)
                        .retLastH(true)
                        .build();
        SDVariable last = sd.rnn.lstmLayer(x, weights, config)[0];
        SDVariable given = sd.constant("given", example.resultGradients().get(0));
        sd.setLossVariables(last.mul(given).sum("loss"));
        sd.createGradFunction("x");

        Map<String, INDArray> gradients =
                sd.calculateGradients(Map.of("x", in.get(0)), "x", "wx", "wr", "b");

        KernelExecutioner fast =
                InsistentKernel.executioner(new LstmLayerKernel(), new LstmLayerGradientKernel());
        List<INDArray> expected = example.backward(fast);
        assertThat(bits(gradients.get("x"))).isEqualTo(bits(expected.get(0)));
        assertThat(bits(gradients.get("wx"))).isEqualTo(bits(expected.get(1)));
        assertThat(bits(gradients.get("wr"))).isEqualTo(bits(expected.get(2)));
        assertThat(bits(gradients.get("b"))).isEqualTo(bits(expected.get(3)));
        List<INDArray> stock = example.backward(InsistentKernel.executioner());
        assertThat(bits(stock.get(0)))
                .as("the bits of the stock operation, which could not tell them apart if equal")
                .isNotEqualTo(bits(expected.get(0)));
    }

    private static float[] bits(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    private static Properties load(Resource resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = resource.getInputStream()) {
            properties.load(in);
        }
        return properties;
    }

    private static String executionerWith(String choice) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-D" + Salient4jCpuBackend.PROPERTY + "=" + choice,
                                PrintExecutioner.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().reduce((first, last) -> last).orElse("");
    }

    /** A program that says how ND4J has started. */
    static final class PrintExecutioner {
        public static void main(String[] args) {
            System.out.println(Nd4j.getExecutioner().getClass().getName());
        }
    }
}
