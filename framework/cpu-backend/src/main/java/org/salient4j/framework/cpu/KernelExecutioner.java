package org.salient4j.framework.cpu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's CPU op executioner with a table of {@link CpuKernel}s in front of it.
 *
 * <p>Every operation of a SameDiff graph passes through {@link #exec(CustomOp, OpContext)} or
 * {@link #exec(Op, OpContext)}, and so do those given to {@code Nd4j.exec} with a context. If a
 * kernel of that name supports the call it runs; otherwise the stock operation does. Profiling and
 * NaN checks work in both cases.
 */
public class KernelExecutioner extends NativeOpExecutioner {
    private static final String UNREAD_OUTPUTS = "salient4j.unreadOutputs";
    private static final Set<String> LEAVING_OUT = Set.of("conv2d_bp", "lstmLayer_bp");

    private final Map<String, CpuKernel> kernels;

    /** An executioner with all kernels on the class path. Called by ND4J. */
    public KernelExecutioner() {
        this(ServiceLoader.load(CpuKernel.class, KernelExecutioner.class.getClassLoader()));
    }

    /**
     * An executioner with the given kernels.
     *
     * @throws IllegalArgumentException if two kernels have the same operation name
     */
    public KernelExecutioner(Iterable<? extends CpuKernel> kernels) {
        Map<String, CpuKernel> byName = new HashMap<>();
        for (CpuKernel kernel : kernels) {
            CpuKernel other = byName.put(kernel.opName(), kernel);
            if (other != null) {
                throw new IllegalArgumentException(
                        "two kernels for " + kernel.opName() + ": " + other + " and " + kernel);
            }
        }
        this.kernels = Map.copyOf(byName);
    }

    /** Whether a kernel runs this call, rather than the stock operation. */
    public boolean supports(CustomOp op, OpContext context) {
        CpuKernel kernel = kernels.get(op.opName());
        return kernel != null && kernel.supports(context);
    }

    /** ND4J's information, and which operations take an empty array for an unread output. */
    @Override
    public Properties getEnvironmentInformation() {
        Properties information = super.getEnvironmentInformation();
        information.setProperty(UNREAD_OUTPUTS, String.join(",", LEAVING_OUT));
        return information;
    }

    @Override
    public INDArray[] exec(CustomOp op, OpContext context) {
        CpuKernel kernel = kernels.get(op.opName());
        if (kernel == null || !kernel.supports(context)) {
            if (LEAVING_OUT.contains(op.opName())) {
                allocateUnread(op, context);
            }
            return super.exec(op, context);
        }
        long start = profilingConfigurableHookIn(op, context);
        try {
            kernel.execute(context);
        } finally {
            profilingConfigurableHookOut(op, context, start);
        }
        return context.getOutputArrays().toArray(new INDArray[0]);
    }

    /** The stock operation writes all its outputs. */
    private static void allocateUnread(CustomOp op, OpContext context) {
        List<INDArray> outputs = context.getOutputArrays();
        if (outputs.stream().noneMatch(INDArray::isEmpty)) {
            return;
        }
        List<LongShapeDescriptor> shapes = op.calculateOutputShape(context);
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).isEmpty()) {
                context.setOutputArray(i, Nd4j.create(shapes.get(i)));
            }
        }
    }

    /** ND4J's older operations, of which graphs still contain some, such as {@code tanh}. */
    @Override
    public INDArray exec(Op op, OpContext context) {
        CpuKernel kernel = context == null ? null : kernels.get(op.opName());
        if (kernel == null || !kernel.supports(context)) {
            return super.exec(op, context);
        }
        INDArray result = context.getOutputArray(0);
        long start = profilingConfigurableHookIn(op, result.data());
        try {
            kernel.execute(context);
        } finally {
            profilingConfigurableHookOut(op, context, start);
        }
        return result;
    }
}
