package org.salient4j.benchmarks.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.DatasetCard;
import org.salient4j.framework.data.SeriesData;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.registry.Registry;
import org.salient4j.synthetic.BaseProcess;
import org.salient4j.synthetic.DatasetGenerator;
import org.salient4j.synthetic.LabelledSeries;
import org.salient4j.synthetic.SyntheticDataset;
import org.salient4j.synthetic.SyntheticSpec;
import org.salient4j.synthetic.TimeSeriesLayout;

/**
 * Synthetic series as a {@link SeriesDataset}, with a card that says how they were made: the same
 * spec and seed give the same numbers again.
 */
public final class SyntheticSeries {
    /** Every layout tells two classes apart. */
    private static final int CLASSES = 2;

    private SyntheticSeries() {}

    /** The registered layouts, each a data set with any process. */
    public static Registry<TimeSeriesLayout> layouts() {
        return Registry.of(TimeSeriesLayout.class, "dataset", TimeSeriesLayout::name);
    }

    /** The registered processes. */
    public static Registry<BaseProcess> processes() {
        return Registry.of(BaseProcess.class, "process", BaseProcess::name);
    }

    /**
     * Draws a data set.
     *
     * @param spec what to draw
     * @param seed where its numbers come from
     */
    public static SeriesDataset generate(SyntheticSpec spec, Seed seed) {
        return generate(spec, seed, List.of());
    }

    /**
     * Draws a data set.
     *
     * @param spec what to draw
     * @param seed where its numbers come from
     * @param command the command line that the card keeps, word by word
     */
    public static SeriesDataset generate(SyntheticSpec spec, Seed seed, List<String> command) {
        SyntheticDataset drawn = DatasetGenerator.generate(spec, seed.child("synthetic").random());
        Map<Split, SeriesData> splits = new EnumMap<>(Split.class);
        splits.put(Split.TRAIN, series(drawn.train()));
        drawn.validation().ifPresent(part -> splits.put(Split.VALIDATION, series(part)));
        splits.put(Split.TEST, series(drawn.test()));
        DatasetCard card =
                new DatasetCard(
                        spec.layout().name() + "-" + spec.process().name(),
                        CLASSES,
                        spec.size().timeSteps(),
                        spec.size().features(),
                        origin(spec, seed, command));
        return new SeriesDataset(card, splits);
    }

    private static JsonNode origin(SyntheticSpec spec, Seed seed, List<String> command) {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("dataset", spec.layout().name());
        origin.put("process", spec.process().name());
        origin.put("spec", spec);
        origin.put("provenance", Provenance.now(seed, command));
        return Json.tree(origin);
    }

    private static SeriesData series(LabelledSeries series) {
        return new SeriesData(series.x(), series.labels(), series.truth());
    }
}
