package org.salient4j.framework.cpu;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each kernel beside the stock operation, in microseconds a call, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelTimes {
    /** Which call. */
    @Param public KernelCase call;

    /** Whether the kernels or the stock operations run it. */
    @Param({"kernel", "stock"})
    public String executioner;

    private KernelExecutioner runner;
    private DynamicCustomOp op;
    private OpContext context;

    /** Arrays of the call; what a kernel does not support would be timed as stock, so it fails. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(7);
        Nd4j.getExecutioner(); // loads the natives that the two below run on
        runner =
                executioner.equals("kernel")
                        ? new KernelExecutioner()
                        : new KernelExecutioner(List.of());
        op = DynamicCustomOp.builder(call.op()).build();
        context = runner.buildContext();
        for (int i = 0; i < call.inputs().length; i++) {
            context.setInputArray(i, uniform(random, call.inputs()[i]));
        }
        for (int i = 0; i < call.outputs().size(); i++) {
            context.setOutputArray(i, Nd4j.create(DataType.FLOAT, call.outputs().get(i)));
        }
        context.setIArguments(call.integers());
        context.setTArguments(call.numbers());
        context.setBArguments(call.flags());
        if (executioner.equals("kernel") && !runner.supports(op, context)) {
            throw new IllegalStateException("no kernel runs " + call);
        }
    }

    /** One call. */
    @Benchmark
    public INDArray[] call() {
        return runner.exec(op, context);
    }

    private static INDArray uniform(SplittableRandom random, long... shape) {
        INDArray array = Nd4j.create(DataType.FLOAT, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, random.nextDouble(-1, 1));
        }
        return array;
    }
}
