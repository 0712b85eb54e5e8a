package org.salient4j.framework.contrastive;

import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Predictions;
import org.salient4j.framework.progress.Progress;
import org.salient4j.layers.encoder.Encoder;
import org.salient4j.layers.encoder.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns, once, when more than a hundredth of an encoder's outputs lie on its clip: no gradient
 * flows there, so the Jacobian has rows of zeros and its inverse means nothing.
 */
final class ClipWatch extends BaseListener {
    private static final Logger LOG = LoggerFactory.getLogger(ClipWatch.class);
    private static final double TOLERATED = 0.01;
    private static final int SAMPLES = 500;

    private final Network network;
    private final Progress progress;
    private final INDArray windows;
    private final double lowest;
    private final double highest;
    private boolean warned;

    private ClipWatch(NeuralRecording recording, Network network, Head head, Progress progress) {
        this.network = network;
        this.progress = progress;
        this.lowest = -head.bounds().get(0);
        this.highest = head.bounds().get(1);
        int count = Math.min(SAMPLES, recording.steps());
        this.windows = Windows.batch(network, count);
        int[] steps =
                IntStream.range(0, count)
                        .map(i -> (int) ((long) i * recording.steps() / count))
                        .toArray();
        new Windows(recording, network).copy(steps, HostRows.writing(windows), 0);
    }

    /** A watch; null where there is no clip. */
    static ClipWatch of(NeuralRecording recording, Network network, Progress progress) {
        return network.architecture() instanceof Encoder encoder
                        && encoder.head().form() == Head.Form.HARD_CLIP
                ? new ClipWatch(recording, network, encoder.head(), progress)
                : null;
    }

    @Override
    public boolean isActive(Operation operation) {
        return operation == Operation.TRAINING;
    }

    @Override
    public ListenerResponse epochEnd(SameDiff sd, At at, LossCurve losses, long milliseconds) {
        double share = share();
        if (share > TOLERATED && !warned) {
            warned = true;
            String text =
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the embedding lie on the clip to [%s, %s] after update %d:"
                                    + " take a larger batch, a wider clip or a tanh",
                            100 * share,
                            lowest,
                            highest,
                            at.iteration());
            LOG.warn(text);
            progress.message(text);
        }
        return ListenerResponse.CONTINUE;
    }

    /** Share of outputs on the clip. */
    double share() {
        int clipped = 0;
        double[] values = HostArray.doubles(Predictions.outputs(network, windows));
        for (double value : values) {
            clipped += value <= lowest || value >= highest ? 1 : 0;
        }
        return (double) clipped / values.length;
    }
}
