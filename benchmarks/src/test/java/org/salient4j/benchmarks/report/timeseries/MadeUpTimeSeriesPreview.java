package org.salient4j.benchmarks.report.timeseries;

import java.nio.file.Path;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.timeseries.TimeSeries;

/** Writes a report of a made-up paper grid, to be looked at: {@code ...Preview FILE}. */
final class MadeUpTimeSeriesPreview {

    private MadeUpTimeSeriesPreview() {}

    public static void main(String[] arguments) {
        ReportWriter.write(
                Path.of(arguments[0]),
                new TimeSeriesReport()
                        .page(
                                new MadeUpTimeSeries()
                                        .size(50)
                                        .seeds(5)
                                        .datasets(TimeSeries.DATASETS.toArray(String[]::new))
                                        .networks(TimeSeries.NETWORKS.toArray(String[]::new))
                                        .unlearned(
                                                c ->
                                                        c.network().equals("transformer")
                                                                && c.dataset().equals("rare-time"))
                                        .missing(
                                                c ->
                                                        c.network().equals("lstm")
                                                                && c.dataset().equals("middle")
                                                                && c.seed() > 3)
                                        .failing(
                                                c ->
                                                        c.network().equals("tcn")
                                                                && c.training()
                                                                        == TrainingKind
                                                                                .SALIENCY_GUIDED_SIGNED
                                                                && c.dataset()
                                                                        .equals("rare-feature"),
                                                "DivergedTrainingException: training diverged in"
                                                        + " epoch 3 at update 41: made up")
                                        .build()));
    }
}
