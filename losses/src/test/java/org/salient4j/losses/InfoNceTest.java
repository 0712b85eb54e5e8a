package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;

/** InfoNCE against CEBRA's values and its closed form. */
class InfoNceTest {
    private final Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
    private final Scope scope = new Scope(SameDiff.create(), parameters, Mode.TRAIN);

    @ParameterizedTest
    @CsvSource({
        "EUCLIDEAN, 1, infonce_1/euclidean",
        "EUCLIDEAN, 0.5, infonce_05/euclidean",
        "COSINE, 1, infonce_1/cosine",
        "COSINE, 0.5, infonce_05/cosine",
    })
    void should_be_the_values_of_cebra(Similarity similarity, double temperature, String golden) {
        String folder = "xcebra/" + golden.substring(0, golden.indexOf('/') + 1);
        SDVariable[] x = new SDVariable[3];
        String[] names = {"ref", "pos", "neg"};
        for (int i = 0; i < 3; i++) {
            INDArray values = Golden.read(folder + names[i]);
            if (similarity == Similarity.COSINE) {
                values = values.divColumnVector(values.norm2(1));
            }
            x[i] = scope.graph().constant(names[i], values);
        }
        InfoNce.Terms terms =
                new InfoNce(similarity, Temperature.fixed(temperature))
                        .of(scope, x[0], x[1], x[2], 3);
        INDArray expected = Golden.read("xcebra/" + golden);
        assertThat(value(terms.loss())).isCloseTo(expected.getDouble(0), within(1e-10));
        assertThat(value(terms.align())).isCloseTo(expected.getDouble(1), within(1e-10));
        assertThat(value(terms.uniform())).isCloseTo(expected.getDouble(2), within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void should_see_only_its_range(Similarity similarity) {
        INDArray[] all = arrays(5);
        FeatureRange range = new FeatureRange(1, 3);
        InfoNce loss = new InfoNce(similarity, Temperature.fixed(0.7));
        SDVariable[] whole = constants(all);
        SDVariable part =
                loss.of(scope, whole[0], whole[1], whole[2], range, 5, x -> x.div(0.7)).loss();
        double[][][] cut = new double[3][4][2];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 4; b++) {
                cut[a][b][0] = all[a].getDouble(b, 1);
                cut[a][b][1] = all[a].getDouble(b, 2);
            }
        }
        assertThat(value(part)).isCloseTo(closedForm(similarity, 0.7, cut), within(1e-12));
    }

    @Test
    void should_be_finite_where_exponentials_are_not() {
        INDArray[] all = arrays(3);
        for (INDArray array : all) {
            array.muli(100);
        }
        SDVariable[] x = constants(all);
        double loss = value(new InfoNce().of(scope, x[0], x[1], x[2], 3).loss());
        double[][][] values = {
            all[0].toDoubleMatrix(), all[1].toDoubleMatrix(), all[2].toDoubleMatrix()
        };
        double highest = Double.NEGATIVE_INFINITY;
        assertThat(closedForm(Similarity.EUCLIDEAN, 1, values)).isEqualTo(highest);
        assertThat(loss).isFinite();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.1, 2", "0.1, 0.1, 10"})
    void should_learn_a_temperature_from_its_logarithm(
            double start, double minimum, double inverse) {
        SDVariable[] x = constants(arrays(3));
        InfoNce loss = new InfoNce(Similarity.EUCLIDEAN, new Temperature(start, true, minimum));
        SDVariable total = loss.of(scope.child("own"), x[0], x[1], x[2], 3).loss();
        assertThat(parameters.names()).containsExactly("own.log_inverse_temperature");
        INDArray log = parameters.get("own.log_inverse_temperature");
        assertThat(log.getDouble(0)).isCloseTo(Math.log(inverse), within(1e-12));
        double learned = value(total);
        SDVariable fixed =
                new InfoNce(Similarity.EUCLIDEAN, Temperature.fixed(start))
                        .of(scope, x[0], x[1], x[2], 3)
                        .loss();
        assertThat(learned).isCloseTo(value(fixed), within(1e-12));
        log.addi(100);
        SDVariable held =
                new InfoNce(Similarity.EUCLIDEAN, Temperature.fixed(minimum))
                        .of(scope, x[0], x[1], x[2], 3)
                        .loss();
        assertThat(value(total)).isCloseTo(value(held), within(1e-9));
        scope.graph().setLossVariables(total);
        assertThat(
                        scope.graph()
                                .calculateGradients(Map.of(), "own.log_inverse_temperature")
                                .get("own.log_inverse_temperature")
                                .getDouble(0))
                .isZero();
    }

    @Test
    void should_be_chance_where_all_embeddings_are_one() {
        SDVariable[] x = constants(arrays(3));
        double loss = value(new InfoNce().of(scope, x[0], x[0], x[0].mul(0).add(x[0]), 3).loss());
        SDVariable same = x[0].mul(0);
        double chance = value(new InfoNce().of(scope, same, same, same, 3).loss());
        assertThat(InfoNce.goodnessOfFit(chance, 4)).isCloseTo(0, within(1e-12));
        assertThat(InfoNce.goodnessOfFit(loss, 4)).isPositive();
    }

    @Test
    void should_refuse_temperatures_that_are_none() {
        assertThatThrownBy(() -> Temperature.fixed(0))
                .hasMessage("temperature must be positive, was 0.0");
        assertThatThrownBy(() -> new Temperature(1, true, Double.NaN))
                .hasMessage("minimum temperature must be positive, was NaN");
        assertThatThrownBy(() -> Temperature.learned(0.05))
                .hasMessage("temperature must start at its minimum (0.1) or above, was 0.05");
    }

    private double value(SDVariable variable) {
        return scope.graph().output(Map.of(), variable.name()).get(variable.name()).getDouble(0);
    }

    private static INDArray[] arrays(int dimensions) {
        SplittableRandom random = new SplittableRandom(5);
        INDArray[] arrays = new INDArray[3];
        for (int i = 0; i < 3; i++) {
            arrays[i] = ObjectiveContract.normal(random, 4, dimensions);
        }
        return arrays;
    }

    private SDVariable[] constants(INDArray... arrays) {
        SDVariable[] constants = new SDVariable[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            constants[i] = scope.graph().constant(arrays[i]);
        }
        return constants;
    }

    private static double closedForm(Similarity similarity, double temperature, double[][]... x) {
        double loss = 0;
        for (int i = 0; i < x[0].length; i++) {
            loss -= phi(similarity, x[0][i], x[1][i]) / temperature;
            double sum = 0;
            for (double[] negative : x[2]) {
                sum += Math.exp(phi(similarity, x[0][i], negative) / temperature);
            }
            loss += Math.log(sum);
        }
        return loss / x[0].length;
    }

    private static double phi(Similarity similarity, double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += similarity == Similarity.COSINE ? a[d] * b[d] : -(a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }
}
