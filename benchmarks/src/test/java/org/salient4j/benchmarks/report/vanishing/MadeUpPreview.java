package org.salient4j.benchmarks.report.vanishing;

import java.nio.file.Path;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.synthetic.BoxPosition;

/** Writes a report of made-up results, to be looked at: {@code MadeUpPreview FILE}. */
final class MadeUpPreview {

    private MadeUpPreview() {}

    public static void main(String[] arguments) {
        ReportWriter.write(
                Path.of(arguments[0]),
                new VanishingReport()
                        .page(
                                new MadeUpRun()
                                        .presets("learnable", "matched")
                                        .networks("lstm", "lstm-input-cell")
                                        .unlearned(
                                                c ->
                                                        c.preset().equals("matched")
                                                                && c.network().equals("lstm")
                                                                && c.position() != BoxPosition.LATE)
                                        .missing(
                                                c ->
                                                        c.network().equals("lstm-input-cell")
                                                                && c.preset().equals("matched")
                                                                && c.training()
                                                                        == TrainingKind
                                                                                .SALIENCY_GUIDED_SIGNED)
                                        .failing(
                                                c ->
                                                        c.network().equals("lstm-input-cell")
                                                                && c.seed() == 2
                                                                && c.position() == BoxPosition.LATE,
                                                "DivergedTrainingException: made-up, the loss is"
                                                        + " NaN at epoch 3")
                                        .build()));
    }
}
