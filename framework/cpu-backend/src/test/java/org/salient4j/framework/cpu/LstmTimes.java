package org.salient4j.framework.cpu;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prints times, asserts nothing. Run it twice, the second time with {@code
 * -Dsalient4j.backend=stock}: {@code mvn -pl framework/cpu-backend test -DexcludedTags=
 * -Dtest=LstmTimes -Dtest.jvm="-Xmx1g -Dorg.bytedeco.javacpp.maxbytes=4g
 * -Dsalient4j.backend=stock"}.
 */
@Tag("slow")
class LstmTimes {
    private static final int REPETITIONS = 200;

    @Test
    void should_print_the_times_of_one_layer() {
        System.out.println(Nd4j.getExecutioner().getClass().getName());
        for (int[] size :
                new int[][] {
                    {50, 50, 50, 5},
                    {50, 50, 50, 32},
                    {50, 100, 100, 5},
                    {100, 50, 50, 5},
                    {100, 50, 50, 32},
                    {100, 100, 100, 5},
                    {50, 50, 50, 64}
                }) {
            time(size[0], size[1], size[2], size[3]);
        }
    }

    private static void time(int batch, int steps, int features, int units) {
        Nd4j.getRandom().setSeed(7);
        SameDiff sd = SameDiff.create();
        SDVariable x = sd.placeHolder("x", DataType.FLOAT, -1, steps, features);
        LSTMLayerWeights weights =
                LSTMLayerWeights.builder()
                        .weights(sd.var("wx", Nd4j.randn(features, 4 * units).muli(0.1)))
                        .rWeights(sd.var("wr", Nd4j.randn(units, 4 * units).muli(0.1)))
                        .bias(sd.var("b", Nd4j.randn(4 * units).muli(0.1)))
                        .build();
        // The stock oneDNN helper cannot run NTS: there, time comes first.
        boolean stock = System.getProperty(Salient4jCpuBackend.PROPERTY, "").equals("stock");
        SDVariable in = stock ? sd.permute(x, 1, 0, 2) : x;
        LSTMLayerConfig config =
                LSTMLayerConfig.builder()
                        .lstmdataformat(stock ? LSTMDataFormat.TNS : LSTMDataFormat.NTS)
                        .retFullSequence(false)
                        .retLastH(true)
                        .build();
        SDVariable h = sd.rnn.lstmLayer(in, weights, config)[0];
        SDVariable loss = h.mul(h).sum("loss");
        sd.setLossVariables(loss);
        sd.createGradFunction("x");
        Map<String, INDArray> data = new HashMap<>();
        data.put("x", Nd4j.rand(DataType.FLOAT, batch, steps, features));
        List<String> all = List.of("x", "wx", "wr", "b");
        System.out.printf(
                "B%d T%d F%d H%d: forward %s, all gradients %s%n",
                batch,
                steps,
                features,
                units,
                time(() -> sd.output(data, "loss")),
                time(() -> sd.calculateGradients(data, all)));
    }

    private static String time(Runnable work) {
        System.gc();
        long[] times = new long[REPETITIONS];
        for (int warm = 0; warm < 2; warm++) {
            for (int i = 0; i < REPETITIONS; i++) {
                long start = System.nanoTime();
                work.run();
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return String.format(
                "median %.2f min %.2f ms", times[REPETITIONS / 2] / 1e6, times[0] / 1e6);
    }
}
