package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.timeseries.TimeSeries;

/** Answers in words. */
final class ClaimWords {
    private ClaimWords() {}

    /** What an answer rests on, in one sentence. */
    static String evidence(ClaimAnswer answer) {
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
        parts.add(
                label(answer)
                        + (answer.claim().isOfAccuracy()
                                ? Numbers.points(answer.interval())
                                : Numbers.interval(answer.interval())));
        if (answer.contrasts() > 1) {
            parts.add(
                    "%d of %d parts as claimed".formatted(answer.asClaimed(), answer.contrasts())
                            + (answer.missing() > 0
                                    ? ", %d missing".formatted(answer.missing())
                                    : ""));
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
    static String published(Claim claim, boolean held) {
        return held || claim.contrasts().isEmpty()
                ? ""
                : "the paper's own tables do not bear this out";
    }

    private static String label(ClaimAnswer answer) {
        return answer.deciding().isEmpty() ? "" : answer.deciding() + " ";
    }
}
