package org.salient4j.benchmarks.images;

import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.layers.zoo.CnnClassifier;

/** Cells of drawn images that a small network learns in seconds. */
final class SmallCells {
    static final CnnClassifier NETWORK = new CnnClassifier(3, 32, 32, 5, 4, 4, 16, 10, 0, 0);

    private SmallCells() {}

    static Images images(Map<String, String> changes) {
        return new Images(
                "quick",
                List.of(ImageSource.drawn()),
                List.of(Images.MNIST_CNN),
                List.of(ImageTraining.values()),
                1,
                List.of("gradient", "smooth-grad"),
                changes);
    }

    static ImagesCell cell(ImageTraining training, Map<String, String> changes) {
        ImagesCell usual =
                images(changes).cells().stream()
                        .filter(cell -> cell.training() == training)
                        .findFirst()
                        .orElseThrow();
        return new ImagesCell(
                usual.data(),
                usual.network(),
                Json.tree(NETWORK),
                training,
                usual.seed(),
                usual.setup());
    }

    static CellContext context() {
        return new CellContext(Seed.of(1), state -> {});
    }
}
