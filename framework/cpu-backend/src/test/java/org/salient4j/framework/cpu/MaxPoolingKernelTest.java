package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

class MaxPoolingKernelTest {
    private static final CpuKernel KERNEL = new MaxPoolingKernel();
    private static final CpuKernel GRADIENT = new MaxPoolingGradientKernel();

    private static boolean helpers;

    /** The stock operation without oneDNN's, which knows no dilation. */
    @BeforeAll
    static void forbidHelpers() {
        helpers = Nd4j.getEnvironment().helpersAllowed();
        Nd4j.getEnvironment().allowHelpers(false);
    }

    @AfterAll
    static void allowHelpers() {
        Nd4j.getEnvironment().allowHelpers(helpers);
    }

    /** A pool over images. */
    record Pool(long[] image, long[] result, long[] arguments) {

        /** With windows of any size, steps, padding and dilation. */
        static Pool draw(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean same = random.nextInt(3) == 0;
            long[] arguments = new long[11];
            long[] image = {random.nextInt(1, 4), random.nextInt(1, 5), 0, 0};
            long[] result = image.clone();
            arguments[8] = same ? 1 : 0;
            for (int axis = 0; axis < 2; axis++) {
                int taps = random.nextInt(1, 5);
                int stride = random.nextInt(1, same ? taps + 1 : 5);
                int dilation = same ? 1 : random.nextInt(1, 3);
                int seen = (taps - 1) * dilation + 1;
                int padding = same ? 0 : random.nextInt(0, seen / 2 + 1);
                int size = seen + random.nextInt(0, 9);
                arguments[axis] = taps;
                arguments[2 + axis] = stride;
                arguments[4 + axis] = padding;
                arguments[6 + axis] = dilation;
                image[2 + axis] = size;
                result[2 + axis] =
                        same
                                ? (size + stride - 1) / stride
                                : (size + 2 * padding - seen) / stride + 1;
            }
            return new Pool(image, result, arguments);
        }

        /** Tiles of two by two. */
        static Pool tiled(int batch, int channels, int height, int width) {
            return new Pool(
                    new long[] {batch, channels, height, width},
                    new long[] {batch, channels, height / 2, width / 2},
                    new long[] {2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 0});
        }

        KernelCall forward(INDArray x) {
            return new KernelCall("maxpool2d", List.of(x), List.of(result), arguments);
        }

        KernelCall backward(INDArray x) {
            INDArray dy = KernelCall.draw(DataType.FLOAT, 2, result);
            return new KernelCall("maxpool2d_bp", List.of(x, dy), List.of(image), arguments);
        }

        INDArray pixels() {
            return KernelCall.draw(DataType.FLOAT, 1, image);
        }
    }

    static Stream<Pool> pools() {
        return Stream.concat(
                IntStream.range(0, 40).mapToObj(i -> Pool.draw(100 + i)),
                Stream.of(
                        Pool.tiled(2, 3, 8, 6),
                        Pool.tiled(1, 1, 2, 2),
                        Pool.tiled(3, 2, 7, 9),
                        // more planes than a block, a plane larger than one
                        Pool.tiled(5, 70, 10, 12),
                        Pool.tiled(1, 2, 140, 130)));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void should_pool_as_the_stock_operation_does(Pool pool) {
        pool.forward(pool.pixels()).assertRunBy(KERNEL);
        pool.backward(pool.pixels()).assertRunBy(GRADIENT);
    }

    @ParameterizedTest
    @MethodSource("pools")
    void should_give_the_gradient_to_the_first_of_equals(Pool pool) {
        INDArray few = Nd4j.math.round(pool.pixels().mul(1.2)); // -1, 0 of both signs, 1
        pool.backward(few).assertRunBy(GRADIENT);
        pool.backward(few.mul(0)).assertRunBy(GRADIENT);
    }

    @Test
    void should_do_so_in_every_memory_layout() {
        for (Pool pool : List.of(Pool.tiled(3, 2, 6, 8), Pool.draw(1), Pool.draw(2))) {
            pool.forward(pool.pixels()).assertSameInEveryLayout(KERNEL);
            pool.backward(pool.pixels()).assertSameInEveryLayout(GRADIENT);
        }
    }

    /** The maximum is an input's value and the gradient moves where the maximum is, exactly. */
    @ParameterizedTest
    @MethodSource("pools")
    void should_hand_on_exact_values(Pool pool) {
        INDArray x = pool.pixels();
        float[] given = x.data().asFloat();
        float[] y =
                pool.forward(x).run(InsistentKernel.executioner(KERNEL)).get(0).data().asFloat();
        for (float highest : y) {
            assertThat(given).contains(highest);
        }
        KernelCall backward = pool.backward(x);
        double sum =
                backward.run(InsistentKernel.executioner(GRADIENT))
                        .get(0)
                        .sumNumber()
                        .doubleValue();
        double all = backward.inputs().get(1).sumNumber().doubleValue();
        assertThat(sum).isCloseTo(all, org.assertj.core.api.Assertions.within(1e-4));
    }

    @Test
    void should_leave_windows_without_a_pixel_to_the_stock_operation() {
        INDArray image = Nd4j.rand(DataType.FLOAT, 1, 1, 1, 6);
        INDArray result = Nd4j.rand(DataType.FLOAT, 1, 1, 1, 6);
        try (OpContext context = Nd4j.getExecutioner().buildContext()) {
            context.setIArguments(2, 1, 1, 1, 1, 0, 2, 1, 0, 0, 0);
            assertThat(PoolingCall.of(context, image, result)).isEmpty();
            context.setIArguments(2, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0);
            assertThat(PoolingCall.of(context, Nd4j.rand(DataType.FLOAT, 1, 1, 2, 6), result))
                    .isPresent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Causal padding, another size, no steps, too much padding, no dilation, channels last. */
    @ParameterizedTest
    @CsvSource({"8, 2", "0, 3", "2, 0", "3, 1", "4, 2", "7, 0", "10, 1"})
    void should_leave_other_calls_to_the_stock_operation(int argument, int value) {
        Pool pool = Pool.tiled(2, 3, 8, 6);
        long[] arguments = pool.arguments().clone();
        arguments[argument] = value;
        for (KernelCall call : List.of(pool.forward(pool.pixels()), pool.backward(pool.pixels()))) {
            CpuKernel kernel = call.name().equals("maxpool2d") ? KERNEL : GRADIENT;
            assertThat(call.isSupportedBy(kernel)).isTrue();
            assertThat(
                            new KernelCall(call.name(), call.inputs(), call.outputs(), arguments)
                                    .isSupportedBy(kernel))
                    .isFalse();
            assertThat(call.with(0, x -> x.castTo(DataType.DOUBLE)).isSupportedBy(kernel))
                    .isFalse();
        }
    }
}
