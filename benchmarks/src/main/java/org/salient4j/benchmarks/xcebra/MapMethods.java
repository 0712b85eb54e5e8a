package org.salient4j.benchmarks.xcebra;

import java.util.LinkedHashMap;
import java.util.Map;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.FeatureGroups;
import org.salient4j.attribution.QuadratureRule;
import org.salient4j.attribution.embedding.EmbeddingMethod;
import org.salient4j.attribution.embedding.InvertedNeuronGradient;
import org.salient4j.attribution.embedding.LinearRegression;
import org.salient4j.attribution.embedding.NeuronFeatureAblation;
import org.salient4j.attribution.embedding.NeuronGradient;
import org.salient4j.attribution.embedding.NeuronGradientShap;
import org.salient4j.attribution.embedding.NeuronIntegratedGradients;
import org.salient4j.attribution.embedding.NeuronShapleySampling;
import org.salient4j.attribution.embedding.ShapBaselines;

/** The methods that every encoder is explained by, with the settings of the experiment. */
public final class MapMethods {
    /** The plain Jacobian. */
    public static final String NEURON_GRADIENT = "neuron-gradient";

    /** Its pseudo-inverse. */
    public static final String INVERTED = "inverted-neuron-gradient";

    /** The baseline that needs no gradient. */
    public static final String LINEAR_REGRESSION = "linear-regression";

    private MapMethods() {}

    /** By their names in results, in the order of the report. */
    public static Map<String, EmbeddingMethod> of(XcebraSetup setup) {
        Map<String, EmbeddingMethod> methods = new LinkedHashMap<>();
        methods.put(INVERTED, new InvertedNeuronGradient());
        methods.put(NEURON_GRADIENT, new NeuronGradient());
        methods.put(
                "integrated-gradients",
                new NeuronIntegratedGradients(
                        setup.integralSteps(), QuadratureRule.GAUSS_LEGENDRE, Baseline.zeros()));
        methods.put("feature-ablation", new NeuronFeatureAblation());
        methods.put(
                "gradient-shap-zeros", new NeuronGradientShap(setup.draws(), ShapBaselines.ZEROS));
        methods.put(
                "gradient-shap-shuffled",
                new NeuronGradientShap(setup.draws(), ShapBaselines.SHUFFLED));
        methods.put(
                "shapley-sampling",
                new NeuronShapleySampling(
                        setup.permutations(), Baseline.zeros(), FeatureGroups.cells()));
        methods.put(LINEAR_REGRESSION, new LinearRegression());
        return methods;
    }
}
