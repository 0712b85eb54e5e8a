package org.salient4j.app;

import java.nio.file.Path;
import org.salient4j.benchmarks.metrics.ScoreCard;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores attributions against the truth. */
@Command(
        name = "score",
        description = {
            "Score attributions against the cells that truly carry the class.",
            "",
            "Prints JSON: for every metric ('salient4j list metrics') its mean over the samples, what",
            "uniformly random saliency gets on the same truth, the difference, and how many samples",
            "could be scored. Magnitudes are scored, each sample scaled to [0, 1]."
        },
        footer = {
            "  salient4j score --attributions a.npy --truth data/test/truth.npy",
            "  salient4j score --attributions a.npy --truth truth.npy | jq .metrics.aup.difference"
        })
final class ScoreCommand extends LibraryCommand {

    @Option(
            names = "--attributions",
            required = true,
            paramLabel = "FILE",
            description = "Signed attributions, [N,T,F].")
    private Path attributions;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "The cells that carry the class, [N,T,F] bool, or 0 and 1.")
    private Path truth;

    @Override
    public Integer call() {
        print(Json.pretty(ScoreCard.of(NpyFile.read(attributions), NpyFile.read(truth))).strip());
        return DONE;
    }
}
