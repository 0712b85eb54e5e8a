package org.salient4j.benchmarks.xcebra;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.embedding.EmbeddingAttribution;
import org.salient4j.attribution.embedding.EmbeddingMethod;
import org.salient4j.attribution.embedding.InvertedNeuronGradient;
import org.salient4j.attribution.embedding.NeuronGradient;
import org.salient4j.attribution.embedding.NumericalRanks;
import org.salient4j.benchmarks.embedding.Decoding;
import org.salient4j.benchmarks.embedding.EmbeddingQuality;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.embedding.MapGaps;
import org.salient4j.benchmarks.embedding.MapWithTruth;
import org.salient4j.benchmarks.embedding.NearestNeighbours;
import org.salient4j.benchmarks.embedding.NeighbourDistance;
import org.salient4j.benchmarks.embedding.NullComparison;
import org.salient4j.benchmarks.embedding.SampleMaps;
import org.salient4j.benchmarks.embedding.TimeSplit;
import org.salient4j.benchmarks.embedding.TruthShuffle;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.statistics.Bootstrap;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.Rows;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Predictions;
import org.salient4j.synthetic.latent.NamedRange;

/** What an encoder of single time steps is worth, and the maps that every method makes of it. */
final class EncoderMeasurement {
    private static final int NEIGHBOURS = 25;
    private static final double CONFIDENCE = 0.95;

    private final KnownRecording recording;
    private final XcebraSetup setup;
    private final DifferentiableModel encoder;
    private final Seed seed;
    private final INDArray windows;
    private final INDArray embedding;
    private final EmbeddingAttribution jacobians;

    /**
     * @param encoder in double
     * @param seed of the samples that are explained, and of what methods draw
     */
    EncoderMeasurement(
            KnownRecording recording, XcebraSetup setup, DifferentiableModel encoder, Seed seed) {
        this.recording = recording;
        this.setup = setup;
        this.encoder = encoder;
        this.seed = seed;
        this.windows =
                recording.neurons().reshape('c', recording.samples(), 1, recording.neuronCount());
        this.embedding = Predictions.outputs(encoder, windows);
        this.jacobians = new NeuronGradient().attribute(encoder, explained(), seed);
    }

    EmbeddingQuality quality() {
        List<NamedRange> blocks = recording.blocks();
        return EmbeddingQuality.of(embedding, blocks, recording.latents(), blocks);
    }

    /** How well the observed latents are read from the embedding. */
    Decoding decoding() {
        NamedRange observed = recording.observed();
        INDArray labels =
                recording
                        .latents()
                        .getColumns(IntStream.range(observed.start(), observed.end()).toArray());
        return new NearestNeighbours(NEIGHBOURS, NeighbourDistance.EUCLIDEAN)
                .decode(embedding, labels, new TimeSplit());
    }

    /** Share of the embedding's values that lie on the clip. */
    double clipped() {
        double[] values = HostArray.doubles(embedding);
        return Arrays.stream(values).filter(v -> Math.abs(v) >= setup.clip()).count()
                / (double) values.length;
    }

    /** Mean squared Frobenius norm of the Jacobians of the explained samples. */
    double jacobianNorm() {
        double[] values = HostArray.doubles(jacobians.values());
        return Arrays.stream(values).map(v -> v * v).sum() / explainedCount();
    }

    NumericalRanks ranks() {
        return new InvertedNeuronGradient().inverse(jacobians).ranks().orElseThrow();
    }

    /** The scores of every method, by name. */
    Map<String, MapScore> methods(CellContext context) throws InterruptedException {
        Map<String, MapScore> scores = new LinkedHashMap<>();
        for (Map.Entry<String, EmbeddingMethod> method : MapMethods.of(setup).entrySet()) {
            context.tick(method.getKey());
            scores.put(method.getKey(), score(method.getKey(), method.getValue()));
        }
        return scores;
    }

    private MapScore score(String name, EmbeddingMethod method) {
        INDArray x = method.perSample() ? explained() : windows;
        long started = System.nanoTime();
        EmbeddingAttribution attribution = method.attribute(encoder, x, seed.child(name));
        double seconds = (System.nanoTime() - started) / 1e9;
        SampleMaps samples = samples(attribution);
        MapWithTruth map = new MapWithTruth(samples.mean(), recording.truth());
        MeanInterval interval = method.perSample() ? interval(samples, name) : null;
        NullComparison chance =
                new TruthShuffle(setup.shuffles(), new TruthShuffle().shuffled())
                        .compare(map, MapAuRoc.POOLED, seed.child("chance").child(name).random());
        return new MapScore(
                MapAuRoc.POOLED.of(map),
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                MapAuRoc.WITHIN_ROWS.of(map),
                MapAuRoc.MIXED_ROWS.of(map),
                MapAuRoc.ROW_NORMALISED.of(map),
                chance.nullMean(),
                chance.pValue(),
                MapGaps.of(map),
                seconds,
                map.map());
    }

    private MeanInterval interval(SampleMaps samples, String name) {
        return MapAuRoc.POOLED.interval(
                samples,
                recording.truth(),
                new Bootstrap(setup.resamples(), CONFIDENCE),
                seed.child("bootstrap").child(name).random());
    }

    /** [S, d, n]: the encoder sees one step, so the axis of steps goes. */
    private SampleMaps samples(EmbeddingAttribution attribution) {
        return SampleMaps.of(
                attribution
                        .values()
                        .reshape(
                                'c',
                                attribution.samples(),
                                recording.latentCount(),
                                recording.neuronCount()));
    }

    private INDArray explained() {
        int[] order = Examples.shuffled(recording.samples(), seed.child("explained"));
        return Rows.pick(windows, Arrays.copyOf(order, explainedCount())).castTo(DataType.DOUBLE);
    }

    private int explainedCount() {
        return Math.min(setup.explained(), recording.samples());
    }
}
