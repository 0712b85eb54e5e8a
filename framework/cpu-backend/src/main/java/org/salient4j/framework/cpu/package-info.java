/**
 * A CPU backend for ND4J with fast kernels for the operations that ND4J 1.0.0-M2.1 runs slowly.
 *
 * <p>{@link org.salient4j.framework.cpu.Salient4jCpuBackend} is found by ND4J itself when this
 * module is on the class path; no graph has to be changed. It replaces one thing, the op
 * executioner: {@link org.salient4j.framework.cpu.KernelExecutioner} hands an operation to the
 * {@link org.salient4j.framework.cpu.CpuKernel} of its name if that kernel supports the call, and
 * to the stock executioner otherwise. A new kernel is one class and one line in {@code
 * META-INF/services/org.salient4j.framework.cpu.CpuKernel}.
 *
 * <p>{@code -Dsalient4j.backend=stock} leaves ND4J as it is.
 */
package org.salient4j.framework.cpu;
