package org.salient4j.benchmarks.metrics;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The fixtures of {@code golden/metrics}; see the README.txt there. */
final class Golden {
    private Golden() {}

    static INDArray read(String name) {
        URL url = Golden.class.getResource("/golden/metrics/" + name + ".npy");
        if (url == null) {
            throw new IllegalStateException("no golden file " + name);
        }
        try {
            // A copy: the array read from a file does not own its memory.
            return Nd4j.createFromNpyFile(new File(url.toURI())).dup();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The truth masks that belong to the 18 maps. */
    static INDArray truth() {
        INDArray boxes = read("boxes");
        INDArray truth = Nd4j.zeros(DataType.DOUBLE, boxes.size(0), 50, 50);
        for (int i = 0; i < boxes.size(0); i++) {
            truth.get(
                            NDArrayIndex.point(i),
                            NDArrayIndex.interval(boxes.getInt(i, 0), boxes.getInt(i, 1)),
                            NDArrayIndex.interval(boxes.getInt(i, 2), boxes.getInt(i, 3)))
                    .assign(1);
        }
        return truth.castTo(DataType.BOOL);
    }

    /** The maps of one of the sets, with their truth. */
    static MetricContext set(int set) {
        INDArray members = read("set_members").getRow(set);
        INDArray maps = read("maps");
        INDArray truth = truth().castTo(DataType.DOUBLE);
        int count = (int) members.sumNumber().doubleValue();
        INDArray chosenMaps = Nd4j.create(DataType.DOUBLE, count, 50, 50);
        INDArray chosenTruth = Nd4j.create(DataType.DOUBLE, count, 50, 50);
        int next = 0;
        for (int i = 0; i < members.length(); i++) {
            if (members.getDouble(i) == 1) {
                chosenMaps.slice(next).assign(maps.slice(i));
                chosenTruth.slice(next++).assign(truth.slice(i));
            }
        }
        return MetricContext.of(chosenMaps, chosenTruth.castTo(DataType.BOOL));
    }
}
