package org.salient4j.attribution.words;

import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Aggregate;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.BaselinePool;
import org.salient4j.attribution.DeepLift;
import org.salient4j.attribution.DeepLiftMode;
import org.salient4j.attribution.FeatureAblation;
import org.salient4j.attribution.FeatureGroups;
import org.salient4j.attribution.Gradient;
import org.salient4j.attribution.GradientShap;
import org.salient4j.attribution.GroupShare;
import org.salient4j.attribution.IntegratedGradients;
import org.salient4j.attribution.Noise;
import org.salient4j.attribution.QuadratureRule;
import org.salient4j.attribution.ShapleyValueSampling;
import org.salient4j.attribution.SmoothGrad;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.text.masking.WordScore;

/**
 * The attribution methods for words, each of the log-odds of the explained class. What takes the
 * place of a missing word is the zero vector, that of the padding.
 *
 * <p>What a word's vector gets becomes the word's score in one of several ways ({@link #scores()}).
 * The gradient says how fast the output changes along each value: its sum, its norms, and its
 * product with the vector are four questions. The other methods already say what each value
 * contributes; their sum is the word's contribution, and a product with the vector would count it
 * twice.
 */
public enum WordMethod {
    /** The gradient by the word vectors. */
    GRADIENT("gradient", true) {
        @Override
        AttributionMethod made(WordMethodOptions options, INDArray words) {
            return new Gradient(Output.MARGIN, false);
        }
    },
    /** Integrated gradients from zero vectors. */
    INTEGRATED_GRADIENTS("integrated-gradients", false) {
        @Override
        AttributionMethod made(WordMethodOptions options, INDArray words) {
            return new IntegratedGradients(
                    options.integralSteps(),
                    QuadratureRule.GAUSS_LEGENDRE,
                    Output.MARGIN,
                    Baseline.zeros());
        }
    },
    /** The mean gradient around the word vectors. */
    SMOOTH_GRAD("smooth-grad", true) {
        @Override
        AttributionMethod made(WordMethodOptions options, INDArray words) {
            return new SmoothGrad(
                    options.smoothSamples(),
                    options.smoothSigma(),
                    true,
                    Aggregate.SIGNED,
                    Output.MARGIN,
                    Noise.gaussian());
        }
    },
    /** DeepLIFT from zero vectors; its graph grows with the length of the text. */
    DEEP_LIFT("deep-lift", false) {
        @Override
        AttributionMethod made(WordMethodOptions options, INDArray words) {
            return new DeepLift(DeepLiftMode.rescale(), Output.MARGIN, Baseline.zeros());
        }
    },
    /** Gradient SHAP against texts of random words. */
    GRADIENT_SHAP("gradient-shap", false) {
        @Override
        AttributionMethod made(WordMethodOptions options, INDArray words) {
            return new GradientShap(options.shapDraws(), 0, Output.MARGIN, BaselinePool.of(words));
        }
    },
    /** One word after the other set to zero: a forward pass a word. */
    LEAVE_ONE_OUT("leave-one-out", false) {
        @Override
        AttributionMethod made(WordMethodOptions options, INDArray words) {
            return new FeatureAblation(
                    Output.MARGIN, Baseline.zeros(), FeatureGroups.positions(), GroupShare.EVEN);
        }
    },
    /** Shapley values of the words by sampling: a forward pass a word and order. */
    SHAPLEY_SAMPLING("shapley-value-sampling", false) {
        @Override
        AttributionMethod made(WordMethodOptions options, INDArray words) {
            return new ShapleyValueSampling(
                    options.permutations(),
                    Output.MARGIN,
                    Baseline.zeros(),
                    FeatureGroups.positions(),
                    GroupShare.EVEN);
        }
    };

    private final String methodName;
    private final boolean sensitivity;

    WordMethod(String methodName, boolean sensitivity) {
        this.methodName = methodName;
        this.sensitivity = sensitivity;
    }

    /** The name of the method. */
    public String methodName() {
        return methodName;
    }

    /** Whether a forward pass is made for every word: only for short texts, or few. */
    public boolean everyWord() {
        return this == LEAVE_ONE_OUT || this == SHAPLEY_SAMPLING;
    }

    /** What may be made a word's score of; of one group of values only the sum is of interest. */
    public List<WordScore> scores() {
        if (everyWord()) {
            return List.of(WordScore.SUM);
        }
        return sensitivity
                ? List.of(WordScore.SUM, WordScore.L1, WordScore.L2, WordScore.DOT)
                : List.of(WordScore.SUM, WordScore.L1, WordScore.L2);
    }

    /**
     * The method.
     *
     * @param options its settings
     * @param words texts of random words, [P, T, D], that Gradient SHAP starts from
     */
    AttributionMethod with(WordMethodOptions options, INDArray words) {
        return made(Objects.requireNonNull(options, "options"), words);
    }

    abstract AttributionMethod made(WordMethodOptions options, INDArray words);
}
