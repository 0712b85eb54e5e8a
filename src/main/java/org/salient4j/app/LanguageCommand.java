package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.language.Language;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.language.LanguageReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The language experiment. */
@Command(
        name = "table-1",
        description = {
            "Are explanations of text classifiers more faithful after saliency guided training?",
            "Trains a bidirectional LSTM over word vectors for every training and seed, explains its test",
            "texts by every attribution method, erases the words that are said to matter and asks again",
            "(comprehensiveness, sufficiency), and compares with people's rationales where they are known.",
            "",
            "Corpora: movie-sentences ('salient4j data fetch movie-sentences'), eraser:DIR, a folder in the",
            "format of ERASER, pairs:TRAIN.tsv,TEST.tsv, or one that is generated, such as",
            "generated-claims. Word vectors: 'salient4j data fetch glove-6b-50d', or a file of GloVe's.",
            "",
            "Three seeds. Finished trainings are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j reproduce table-1 --corpus generated-claims --quick --out runs/quick",
            "  salient4j reproduce table-1 --corpus eraser:movies --seeds 3 --out runs/movies",
            "  salient4j reproduce table-1 --corpus pairs:dev.tsv,test.tsv --set options.epochs=10 \\",
            "      --trainings standard,saliency-guided --out runs/pairs"
        })
final class LanguageCommand extends ExperimentCommand {

    @Option(
            names = "--corpus",
            paramLabel = "CORPUS",
            description = "Where the texts come from (default: movie-sentences).")
    private String corpus;

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            description =
                    "Word vectors in GloVe's text format, packed by gzip or not (default:"
                            + " glove-6b-50d, as fetched).")
    private String vectors;

    @Option(
            names = "--trainings",
            split = ",",
            paramLabel = "NAME",
            description =
                    "standard, saliency-guided, fine-tuned, several with commas (default: all).")
    private List<LanguageTraining> trainings;

    @Option(
            names = "--masked-fraction",
            paramLabel = "K",
            description =
                    "The share of words that guided training masks (default: the paper's on the"
                            + " corpus, 0.6 where it has none).")
    private Double maskedFraction;

    @Option(
            names = "--quick",
            description =
                    "The small form: a smaller network, fewer and shorter texts, one seed; other"
                            + " options change it.")
    private boolean quick;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        Language usual = new Language();
        Language experiment =
                new Language(
                        given(corpus, usual.corpus()),
                        given(vectors, usual.vectors()),
                        given(trainings, usual.trainings()),
                        maskedFraction,
                        grid.seeds(quick ? 1 : usual.seeds()),
                        quick,
                        grid.changes());
        experiment.requireData();
        return reproduce(
                new Reproduction<>(experiment, grid.selection(), new LanguageReport()),
                grid.directory(),
                grid.resume());
    }
}
