package org.salient4j.framework.text.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.saliency.Batch;
import org.salient4j.framework.saliency.Label;
import org.salient4j.framework.saliency.Mask;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.framework.text.masking.WordMasking;

/**
 * Saliency guided training on words (Ismail, Corrada Bravo, Feizi, NeurIPS 2021): the listener's
 * four steps for batches of word numbers [B, T].
 *
 * <ol>
 *   <li>A word's score comes from the gradient by its vector ({@link #scores}, [B, T]);
 *   <li>the k lowest words of each text are marked: padding and separators are neither ranked nor
 *       counted ({@link #lowest});
 *   <li>they are replaced, by default by the salient word before them ({@link #fill}).
 * </ol>
 */
public class WordSaliencyListener extends SaliencyGuidedListener {
    private final TextNetwork texts;
    private final WordGuidance guidance;
    private final Seed seed;
    private final WordGradients gradients;
    private final Map<List<Long>, INDArray> masked = new HashMap<>();
    private final Map<List<Long>, INDArray> scored = new HashMap<>();

    /** The texts of this iteration, without padding. */
    private int[][] ids;

    /**
     * @param texts the network in training
     * @param guidance which words are masked and how
     * @param seed where random words come from
     */
    public WordSaliencyListener(TextNetwork texts, WordGuidance guidance, Seed seed) {
        super(texts.network(), guidance.options(), seed);
        this.texts = texts;
        this.guidance = guidance;
        this.seed = seed.child("words");
        this.gradients = new WordGradients(texts.network(), guidance.output());
    }

    @Override
    public String settings() {
        return super.settings() + ", " + Json.canonical(guidance);
    }

    @Override
    public void iterationStart(SameDiff sd, At at, MultiDataSet data, long etlMilliseconds) {
        ids = unpadded(data.getFeatures(0));
        super.iterationStart(sd, at, data, etlMilliseconds);
    }

    /**
     * The score of each word: the lower, the sooner it is masked.
     *
     * @return [B, T]; what stands at the padding means nothing. Written again in the next iteration
     */
    @Override
    protected INDArray scores(Batch batch) {
        int[] targets =
                guidance.label() == Label.TRUE
                        ? batch.labels()
                        : texts.network().predict(batch.x());
        WordGradients.Pass pass = gradients.run(batch.x(), targets);
        double[][] scores = guidance.score().of(pass.gradient(), pass.vectors());
        INDArray result = like(batch.x(), scored, DataType.DOUBLE);
        HostRows rows = HostRows.writing(result);
        for (int b = 0; b < scores.length; b++) {
            if (guidance.ranking() == Ranking.ABSOLUTE) {
                for (int i = 0; i < scores[b].length; i++) {
                    scores[b][i] = Math.abs(scores[b][i]);
                }
            }
            rows.write(b, scores[b]);
        }
        return result;
    }

    /**
     * Marks the floor(k n) lowest of each text's n words.
     *
     * @param scores [B, T]
     * @param fraction k
     */
    @Override
    protected Mask lowest(INDArray scores, double fraction) {
        WordMasking masking = new WordMasking(fraction, guidance.replacement());
        HostRows rows = HostRows.reading(scores);
        double[] row = new double[rows.size()];
        boolean[] cells = new boolean[ids.length * row.length];
        for (int b = 0; b < ids.length; b++) {
            rows.read(b, row);
            boolean[] lowest = masking.lowest(ids[b], row);
            System.arraycopy(lowest, 0, cells, b * row.length, lowest.length);
        }
        return new Mask(cells, ids.length);
    }

    /**
     * The texts with the marked words replaced.
     *
     * @return [B, T]; written again in the next iteration
     */
    @Override
    protected INDArray fill(Batch batch, Mask mask) {
        int width = (int) batch.x().size(1);
        boolean[][] marked = new boolean[ids.length][];
        for (int b = 0; b < ids.length; b++) {
            marked[b] = new boolean[ids[b].length];
            System.arraycopy(mask.masked(), b * width, marked[b], 0, marked[b].length);
        }
        int[][] replaced =
                guidance.replacement()
                        .replace(
                                ids,
                                marked,
                                texts.encoder().vocabulary(),
                                seed.child(batch.at().iteration()));
        INDArray result = like(batch.x(), masked, batch.x().dataType());
        HostRows rows = HostRows.writing(result);
        for (int b = 0; b < replaced.length; b++) {
            double[] row = new double[width];
            for (int i = 0; i < replaced[b].length; i++) {
                row[i] = replaced[b][i];
            }
            rows.write(b, row);
        }
        return result;
    }

    /** An array of the same shape, the one of the last batch of that shape. */
    private static INDArray like(INDArray x, Map<List<Long>, INDArray> known, DataType type) {
        return known.computeIfAbsent(
                List.of(x.size(0), x.size(1)),
                shape ->
                        Nd4j.createUninitialized(
                                type, new long[] {shape.get(0), shape.get(1)}, 'c'));
    }

    private static int[][] unpadded(INDArray x) {
        double[] numbers = HostArray.doubles(x);
        int width = (int) x.size(1);
        int[][] texts = new int[(int) x.size(0)][];
        for (int b = 0; b < texts.length; b++) {
            int length = width;
            while (length > 0 && numbers[b * width + length - 1] == Vocabulary.PADDING) {
                length--;
            }
            texts[b] = new int[length];
            for (int i = 0; i < length; i++) {
                texts[b][i] = (int) numbers[b * width + i];
            }
        }
        return texts;
    }
}
