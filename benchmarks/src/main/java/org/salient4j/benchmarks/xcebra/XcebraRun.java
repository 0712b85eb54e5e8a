package org.salient4j.benchmarks.xcebra;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.attribution.embedding.NumericalRanks;
import org.salient4j.benchmarks.embedding.EmbeddingQuality;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.encoder.Encoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;

/** Trains one encoder and scores every method's map of it. */
final class XcebraRun {
    private final XcebraCell cell;
    private final Seed seed;

    XcebraRun(XcebraCell cell) {
        this.cell = cell;
        this.seed = Seed.of(cell.seed());
    }

    XcebraResult run(CellContext context) throws InterruptedException {
        context.tick("recording");
        KnownRecording recording =
                cell.file() == null
                        ? KnownRecording.drawn(cell.setup(), seed)
                        : reference(Path.of(cell.file()));
        Network network = Network.initialise(encoder(recording), DataType.FLOAT, seed);
        context.tick("training");
        EncoderFit fit = EncoderFit.of(cell, network, recording, seed);
        context.tick("quality");
        EncoderMeasurement measured =
                new EncoderMeasurement(
                        recording,
                        cell.setup(),
                        // An inverse would blow up the rounding of float.
                        network.copyAs(DataType.DOUBLE),
                        seed.child("attribution"));
        EmbeddingQuality quality = measured.quality();
        NumericalRanks ranks = measured.ranks();
        Map<String, MapScore> methods = measured.methods(context);
        return new XcebraResult(
                quality.latentsFromEmbedding().mean(),
                quality.embeddingBlocksFromLatentBlocks().r2(),
                measured.decoding().medianError(),
                measured.jacobianNorm(),
                List.of((double) ranks.min(), ranks.median(), (double) ranks.max()),
                measured.clipped(),
                fit.loss(),
                fit.goodnessOfFit(),
                fit.updates(),
                fit.seconds(),
                methods,
                recording.truth());
    }

    private KnownRecording reference(Path file) {
        if (!ReferenceRecording.digest(file).equals(cell.digest())) {
            throw new InvalidInputException(
                    file + " is no longer what it was when the run began: begin a new folder");
        }
        return ReferenceRecording.read(file);
    }

    private Encoder encoder(KnownRecording recording) {
        int d = recording.latentCount();
        return new MlpEncoder(
                recording.neuronCount(),
                cell.setup().hidden().stream().map(width -> width * d).toList(),
                1,
                d,
                Head.hardClip(cell.setup().clip(), cell.setup().clip()));
    }
}
