package org.salient4j.losses;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

class StandardObjectiveTest extends ObjectiveContract {
    @Override
    Objective objective() {
        return new StandardObjective();
    }

    @Override
    Map<String, INDArray> others() {
        return Map.of();
    }

    @Override
    Set<String> terms() {
        return Set.of("ce");
    }
}
