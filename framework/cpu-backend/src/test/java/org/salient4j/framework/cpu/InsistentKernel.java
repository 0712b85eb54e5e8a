package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** A kernel that must support every call: a test of it must not test the stock operation. */
record InsistentKernel(CpuKernel kernel) implements CpuKernel {
    /** An executioner that runs these operations by these kernels or fails. */
    static KernelExecutioner executioner(CpuKernel... kernels) {
        // An executioner cannot be made before ND4J has chosen its backend.
        assertThat(Nd4j.getBackend()).isNotNull();
        return new KernelExecutioner(Arrays.stream(kernels).map(InsistentKernel::new).toList());
    }

    @Override
    public String opName() {
        return kernel.opName();
    }

    @Override
    public boolean supports(OpContext context) {
        if (!kernel.supports(context)) {
            throw new AssertionError(opName() + " does not support the call");
        }
        return true;
    }

    @Override
    public void execute(OpContext context) {
        kernel.execute(context);
    }
}
