package org.salient4j.framework.saliency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.OneHot;
import org.salient4j.framework.training.TrainingSettings;
import org.salient4j.layers.BernoulliNoise;

/**
 * Saliency guided training (Ismail, Corrada Bravo, Feizi, NeurIPS 2021) as a SameDiff listener. At
 * the start of every iteration, before the graph reads its placeholders, it
 *
 * <ol>
 *   <li>scores every feature of the batch by the gradient of the network's output, without dropout
 *       ({@link #scores});
 *   <li>marks the k lowest of each example ({@link #lowest});
 *   <li>replaces them, by noise in the feature's range ({@link #fill});
 *   <li>hands x̃ and λ to the graph ({@link #lambda}), which adds λ·KL(f(x) ‖ f(x̃)) to its loss.
 * </ol>
 *
 * <p>No gradient flows through the selection. A step costs one more forward and backward pass to
 * the input and a second row for every row of the batch: 2.5 to 3 standard steps.
 *
 * <p>Each of the four steps may be overridden alone:
 *
 * <pre>{@code
 * new SaliencyGuidedListener(network, new SaliencyGuidedOptions(), Seed.of(7)) {
 *     protected double lambda(At at) {
 *         return Math.min(1, at.epoch() / 10.0);
 *     }
 * }
 * }</pre>
 *
 * <p>Use it with {@code Trainer} and a {@code SaliencyGuidedObjective}, or with plain {@code
 * SameDiff.fit} after {@link SaliencyGuided#inject}. It keeps no state between iterations: what it
 * draws depends on the seed and the iteration's number, so a resumed run repeats exactly. It is not
 * a regulariser for accuracy; it costs time and sometimes a little accuracy, for sharper gradients.
 */
public class SaliencyGuidedListener extends BaseListener implements TrainingSettings {
    private final DifferentiableModel model;
    private final SaliencyGuidedOptions options;
    private final Seed seed;
    private final Replacement replacement;

    /** Arrays of this iteration: native memory would wait for Java's garbage to be collected. */
    private final List<INDArray> fleeting = new ArrayList<>();

    /**
     * @param model the network in training, sharing its parameters
     * @param options what to mask and how
     * @param seed where noise comes from
     */
    public SaliencyGuidedListener(
            DifferentiableModel model, SaliencyGuidedOptions options, Seed seed) {
        this(model, options, seed, null);
    }

    /**
     * @param model the network in training, sharing its parameters
     * @param options what to mask and how
     * @param seed where noise comes from
     * @param dataset statistics of the training data, needed for {@link Fill.Range#DATASET_FEATURE}
     *     only; may be null otherwise
     */
    public SaliencyGuidedListener(
            DifferentiableModel model,
            SaliencyGuidedOptions options,
            Seed seed,
            FeatureStatistics dataset) {
        this.model = Objects.requireNonNull(model, "model");
        this.options = Objects.requireNonNull(options, "options");
        this.seed = seed.child("fill");
        this.replacement = new Replacement(options.fill(), dataset);
    }

    /** The options it was made with. */
    public SaliencyGuidedOptions options() {
        return options;
    }

    @Override
    public String settings() {
        return getClass().getSimpleName()
                + " with seed "
                + seed.value()
                + ", "
                + Json.canonical(options);
    }

    @Override
    public boolean isActive(Operation operation) {
        return operation == Operation.TRAINING;
    }

    @Override
    public void iterationStart(SameDiff sd, At at, MultiDataSet data, long etlMilliseconds) {
        free();
        INDArray x = data.getFeatures(0);
        Batch batch = new Batch(x, OneHot.classes(data.getLabels(0)), at);
        INDArray masked = fill(batch, lowest(scores(batch), maskedFraction(at)));
        INDArray lambda = Nd4j.scalar(x.dataType(), lambda(at));
        // A caller may hand in the same batch again: what was added before is replaced.
        data.setFeatures(new INDArray[] {x, masked, lambda});
        mapAddedFeatures(sd);
        BernoulliNoise.replacePlain(sd); // fit makes its gradient function after the injection
    }

    @Override
    public void iterationDone(SameDiff sd, At at, MultiDataSet data, Loss loss) {
        data.setFeatures(new INDArray[] {data.getFeatures(0)});
        mapOneFeature(sd);
        free();
    }

    private void free() {
        fleeting.forEach(INDArray::close);
        fleeting.clear();
    }

    private INDArray fleeting(INDArray array) {
        fleeting.add(array);
        return array;
    }

    /**
     * The gradient of the chosen output with respect to the batch, signed and unreduced.
     *
     * @return shaped as {@code batch.x()}; closed when the iteration ends
     */
    protected INDArray scores(Batch batch) {
        int[] targets = options.label() == Label.TRUE ? batch.labels() : model.predict(batch.x());
        INDArray x = batch.x();
        INDArray scores =
                fleeting(Nd4j.createUninitialized(model.dataType(), x.shape().clone(), 'c'));
        model.gradient(x, targets, options.output(), scores);
        return scores;
    }

    /**
     * Marks the features with the lowest scores of each example. k counts cells, or positions if
     * channels are reduced; the count is floor(k · number).
     *
     * @param scores signed gradients
     * @param fraction k in [0, 1]
     */
    protected Mask lowest(INDArray scores, double fraction) {
        FeatureAxis axis = FeatureAxis.of(scores.shape());
        HostRows rows = HostRows.reading(scores);
        boolean reduced = options.reduction() != Reduction.NONE;
        int number = reduced ? axis.positions() : axis.cells();
        int count = LowestScores.count(fraction, number);
        LowestScores lowest = new LowestScores(number, options.ranking());
        boolean[] masked = new boolean[axis.samples() * axis.cells()];
        boolean[] positions = new boolean[axis.positions()];
        double[] values = new double[axis.cells()];
        for (int b = 0; b < axis.samples(); b++) {
            int at = b * axis.cells();
            if (reduced) {
                rows.read(b, values);
                lowest.mark(reduce(values, axis), count, positions, 0);
                spread(positions, axis, masked, at);
            } else {
                lowest.mark(rows, b, count, masked, at);
            }
        }
        return new Mask(masked, axis.samples());
    }

    /**
     * The batch with the marked cells replaced.
     *
     * @return x̃, shaped as {@code batch.x()}, closed when the iteration ends; the batch itself is
     *     not changed
     */
    protected INDArray fill(Batch batch, Mask mask) {
        Seed noise = seed.child(batch.at().iteration());
        return fleeting(replacement.fill(batch.x(), mask, noise::uniform));
    }

    /** k at this point of training. */
    protected double maskedFraction(At at) {
        return options.maskedFraction().at(at.epoch());
    }

    /** λ at this point of training. */
    protected double lambda(At at) {
        return options.lambda().at(at.epoch());
    }

    /** One score a position of a sample. */
    private double[] reduce(double[] values, FeatureAxis axis) {
        double[] reduced = new double[axis.positions()];
        for (int p = 0; p < reduced.length; p++) {
            double sum = 0;
            for (int f = 0; f < axis.features(); f++) {
                sum = options.reduction().accumulate(sum, values[axis.cell(p, f)]);
            }
            reduced[p] = options.reduction().finish(sum, axis.features());
        }
        return reduced;
    }

    /** Marks all features of the marked positions of a sample. */
    private static void spread(boolean[] positions, FeatureAxis axis, boolean[] cells, int at) {
        for (int p = 0; p < positions.length; p++) {
            for (int f = 0; f < axis.features(); f++) {
                cells[at + axis.cell(p, f)] = positions[p];
            }
        }
    }

    @Override
    public void operationStart(SameDiff sd, Operation operation) {
        if (operation == Operation.TRAINING && sd.getTrainingConfig() != null) {
            mapOneFeature(sd);
            requireMapping(sd.getTrainingConfig().getDataSetFeatureMapping());
        }
    }

    private static void requireMapping(List<String> mapping) {
        if (mapping == null || mapping.isEmpty()) {
            throw new InvalidInputException(
                    "the graph's TrainingConfig names no features: set dataSetFeatureMapping to the"
                            + " input's placeholder");
        }
        if (mapping.size() > 1) {
            throw new InvalidInputException(
                    "saliency guided training needs one feature placeholder, the TrainingConfig"
                            + " names "
                            + mapping);
        }
    }

    /** Not before the iteration: fit compares the mapping with the user's own first batch. */
    private static void mapAddedFeatures(SameDiff sd) {
        TrainingConfig config = sd.getTrainingConfig();
        if (config != null) {
            config.setDataSetFeatureMapping(
                    List.of(
                            config.getDataSetFeatureMapping().get(0),
                            SaliencyGuided.MASKED,
                            SaliencyGuided.LAMBDA));
        }
    }

    private static void mapOneFeature(SameDiff sd) {
        TrainingConfig config = sd.getTrainingConfig();
        if (config != null
                && config.getDataSetFeatureMapping() != null
                && config.getDataSetFeatureMapping().contains(SaliencyGuided.MASKED)) {
            config.setDataSetFeatureMapping(List.of(config.getDataSetFeatureMapping().get(0)));
        }
    }
}
