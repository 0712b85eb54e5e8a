package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.timeseries.TimeSeries;

/** Answers in words. */
public final class ClaimWords {
    private ClaimWords() {}

    /** What an answer rests on, in one sentence. */
    public static String evidence(ClaimAnswer answer) {
        if (answer.contrasts() == 0) {
            return "not measured here: it is of another experiment";
        }
        String absent =
                answer.absent().isEmpty()
                        ? ""
                        : "not in this run: " + String.join(", ", answer.absent());
        if (answer.outcome() == Outcome.NOT_MEASURED) {
            return absent.isEmpty() ? "no seed has the scores it needs" : absent;
        }
        List<String> parts = new ArrayList<>();
        if (!answer.interval().isDefined()) {
            parts.add("cannot be judged with one seed");
        }
        parts.add(
                label(answer)
                        + (answer.claim().isOfAccuracy()
                                ? Numbers.points(answer.interval())
                                : Numbers.interval(answer.interval())));
        boolean judged = answer.interval().isDefined();
        if (!judged) {
            parts.add(answer.higher());
        }
        if (answer.contrasts() > 1 && !judged) {
            parts.add(
                    "%d of %d means as claimed"
                                    .formatted(answer.meansAsClaimed(), answer.contrasts())
                            + missing(answer));
        } else if (answer.contrasts() > 1) {
            parts.add(
                    "%d of %d parts as claimed".formatted(answer.asClaimed(), answer.contrasts())
                            + missing(answer));
        }
        parts.add(
                "%d of %d data sets"
                        .formatted(answer.datasets().size(), TimeSeries.DATASETS.size()));
        if (!absent.isEmpty()) {
            parts.add(absent);
        }
        return String.join("; ", parts);
    }

    /** What the paper's own tables say of its sentence; empty where they agree or cannot say. */
    public static String published(Claim claim, boolean held) {
        return held || claim.contrasts().isEmpty()
                ? ""
                : "the paper's own tables do not bear this out";
    }

    private static String missing(ClaimAnswer answer) {
        return answer.missing() > 0 ? ", %d missing".formatted(answer.missing()) : "";
    }

    private static String label(ClaimAnswer answer) {
        return answer.deciding().isEmpty() ? "" : answer.deciding() + " ";
    }
}
