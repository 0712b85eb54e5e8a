package org.salient4j.benchmarks.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.synthetic.DatasetGenerator;
import org.salient4j.synthetic.LabelledSeries;
import org.salient4j.synthetic.SeriesSize;
import org.salient4j.synthetic.SyntheticDataset;
import org.salient4j.synthetic.SyntheticSpec;

/**
 * A layout over a process as a task that networks of an experiment learn. Its data follow from a
 * seed alone: whatever is trained on a task of that seed is trained on the same numbers.
 *
 * @param dataset name of the layout
 * @param process name of the process before the boxes
 * @param train number of training samples
 * @param validation number of validation samples
 * @param test number of test samples
 * @param dataType FLOAT or DOUBLE
 */
public record SeriesTask(
        String dataset, String process, int train, int validation, int test, DataType dataType) {
    /** Every layout tells two classes apart. */
    private static final int CLASSES = 2;

    /**
     * The network of a name at the size of a data set's series.
     *
     * @param network its full name
     * @param dataset name of the layout
     * @param doubleSoftmax whether it ends in a softmax before the loss's own
     * @throws InvalidInputException if there is no such network, or it cannot have this size
     */
    public static Architecture architecture(String network, String dataset, boolean doubleSoftmax) {
        SeriesSize size = SyntheticSeries.layouts().get(dataset).usualSize();
        Architecture named = Networks.named(network);
        if (!readsSeries(named)) {
            throw new InvalidInputException(
                    "network '%s' cannot read the series of '%s': it is no classifier of series; there are %s"
                            .formatted(
                                    network,
                                    dataset,
                                    Networks.registry().names().stream()
                                            .filter(name -> readsSeries(Networks.named(name)))
                                            .collect(Collectors.joining(", "))));
        }
        try {
            return Json.withSettings(
                    named,
                    "network '" + network + "'",
                    Map.of(
                            "timeSteps", Integer.toString(size.timeSteps()),
                            "features", Integer.toString(size.features()),
                            "classes", Integer.toString(CLASSES),
                            "doubleSoftmax", Boolean.toString(doubleSoftmax)));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "network '%s' cannot read the series of '%s': %s"
                            .formatted(network, dataset, e.getMessage()),
                    e);
        }
    }

    private static boolean readsSeries(Architecture network) {
        JsonNode settings = Json.tree(network);
        return settings.has("timeSteps") && settings.has("features") && settings.has("classes");
    }

    /** Training, validation and test samples of a seed. */
    public SyntheticDataset draw(Seed seed) {
        SyntheticSpec spec =
                SyntheticSpec.of(
                                SyntheticSeries.layouts().get(dataset),
                                SyntheticSeries.processes().get(process))
                        .withCounts(train, validation, test)
                        .withDataType(dataType);
        return DatasetGenerator.generate(
                spec, seed.child("data").child(dataset).child(process).random());
    }

    /** Series as a network is shown them, without their truth. */
    public static Examples examples(LabelledSeries series) {
        return new Examples(series.x(), series.labels());
    }
}
