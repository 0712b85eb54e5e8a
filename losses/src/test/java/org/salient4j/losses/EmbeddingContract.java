package org.salient4j.losses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;
import org.salient4j.layers.zoo.Architecture;

/** The contract on a small encoder: two objectives, the second on the last of three dimensions. */
abstract class EmbeddingContract extends ObjectiveContract {
    static final List<EmbeddingPart> PARTS =
            List.of(
                    new EmbeddingPart("time", new FeatureRange(0, 3)),
                    new EmbeddingPart("label", new FeatureRange(1, 3), 0.5, 2));

    @Override
    Architecture architecture() {
        return new MlpEncoder(5, List.of(7, 4), 1, 3, Head.scaledTanh(2));
    }

    @Override
    Map<String, INDArray> placeholders() {
        Map<String, INDArray> all = new LinkedHashMap<>(others());
        all.put(Objective.INPUT, normal(new SplittableRandom(3), BATCH, 1, 5));
        return all;
    }
}
