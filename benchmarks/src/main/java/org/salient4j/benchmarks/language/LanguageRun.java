package org.salient4j.benchmarks.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.published.PublishedLanguage;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.saliency.Label;
import org.salient4j.framework.saliency.Schedule;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.Truncation;
import org.salient4j.framework.text.linear.TfIdfClassifier;
import org.salient4j.framework.text.linear.TfIdfOptions;
import org.salient4j.framework.text.training.TextData;
import org.salient4j.framework.text.training.TextNetwork;
import org.salient4j.framework.text.training.WordGuidance;
import org.salient4j.framework.text.training.WordSaliencyListener;
import org.salient4j.framework.text.vectors.EmbeddingTable;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.layers.zoo.BiLstmTextClassifier;
import org.salient4j.losses.Detach;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/** Trains one network and measures how faithful the explanations of its answers are. */
final class LanguageRun {
    private final LanguageCell cell;
    private final LanguageSetup setup;
    private final Seed seed;
    private long updates;
    private double seconds;

    LanguageRun(LanguageCell cell) {
        this.cell = cell;
        this.setup = cell.setup();
        this.seed = Seed.of(cell.seed());
    }

    LanguageResult run(CellContext context) throws InterruptedException {
        context.tick("texts");
        DataCache cache = DataCache.ofUser();
        LanguageCorpus source = new LanguageCorpus(cell.corpus());
        requireSame(cell.corpus(), cell.corpusDigest(), source.digest());
        LanguageVectors vectors = new LanguageVectors(cell.vectors());
        requireSame(cell.vectors(), cell.vectorsDigest(), vectors.digest());
        Corpus corpus =
                limited(source.read(cache, setup.generated()))
                        .truncated(new Truncation(setup.words(), Truncation.Keep.HEAD));
        context.tick("word vectors");
        EmbeddingTable table = vectors.of(corpus, cache);
        TextNetwork network =
                TextNetwork.initialise(
                        new BiLstmTextClassifier(
                                table.vocabulary().size(),
                                table.dimension(),
                                setup.hidden(),
                                corpus.classes().size(),
                                setup.pooling(),
                                setup.dropout(),
                                setup.trainVectors()),
                        table,
                        DataType.FLOAT,
                        seed);
        String published = LanguageCorpus.published(corpus);
        double maskedFraction =
                cell.maskedFraction() == null
                        ? PublishedLanguage.maskedFraction(published)
                        : cell.maskedFraction();
        context.tick("training");
        train(network, corpus, maskedFraction, context.progress());
        Double tfIdf = null;
        if (cell.training() == LanguageTraining.STANDARD) {
            context.tick("tf-idf");
            tfIdf = tfIdf(corpus);
        }
        LanguageMeasurement measured =
                new LanguageMeasurement(network, corpus, setup, seed.child("attribution"));
        List<WordMapScore> scores = measured.scores(context);
        Findings findings =
                corpus.findings()
                        .and(table.findings())
                        .and(network.encoder().withoutKnownWord(corpus));
        return new LanguageResult(
                corpus.name(),
                published,
                LanguageCorpus.genuine(corpus),
                maskedFraction,
                data(network, corpus.test()).evaluate(network.network()).accuracy(),
                commonest(corpus.test()),
                data(network, corpus.get(Split.VALIDATION)).evaluate(network.network()).accuracy(),
                updates,
                seconds,
                tfIdf,
                corpus.train().size(),
                corpus.test().size(),
                corpus.test().stream().mapToInt(TextExample::length).average().orElseThrow(),
                table.coverage(),
                measured.rationaleShare(),
                scores,
                measured.shown(),
                findings.summary());
    }

    /** The share of the commonest class. */
    private static double commonest(List<TextExample> texts) {
        Map<Integer, Long> counts =
                texts.stream()
                        .collect(Collectors.groupingBy(TextExample::label, Collectors.counting()));
        return (double) Collections.max(counts.values()) / texts.size();
    }

    private static void requireSame(String what, String expected, String found) {
        if (!found.equals(expected)) {
            throw new InvalidInputException(
                    what + " is no longer what it was when the run began: begin a new folder");
        }
    }

    /** Fewer texts: not the first, since the parts of a corpus may be sorted by class. */
    private Corpus limited(Corpus corpus) {
        Map<Split, List<TextExample>> parts = new EnumMap<>(Split.class);
        corpus.splits()
                .forEach(
                        (split, texts) -> {
                            int limit =
                                    split == Split.TRAIN ? setup.trainTexts() : setup.testTexts();
                            parts.put(split, limited(texts, limit, split));
                        });
        return new Corpus(corpus.name(), corpus.classes(), parts, corpus.findings());
    }

    /** The texts, or so many that are drawn of them, the same ones for every network. */
    static List<TextExample> limited(List<TextExample> texts, int limit, Split split) {
        if (limit == 0 || limit >= texts.size()) {
            return texts;
        }
        List<TextExample> drawn = new ArrayList<>();
        int[] order = Examples.shuffled(texts.size(), Seed.of(1).child(split.folder()));
        for (int i = 0; i < Math.min(limit, order.length); i++) {
            drawn.add(texts.get(order[i]));
        }
        return drawn;
    }

    private void train(
            TextNetwork network, Corpus corpus, double maskedFraction, Progress progress) {
        TextData train = data(network, corpus.train());
        TextData validation = data(network, corpus.get(Split.VALIDATION));
        TrainingOptions options = setup.options();
        if (cell.training() != LanguageTraining.SALIENCY_GUIDED) {
            add(
                    new Trainer(options, seed)
                            .withProgress(progress)
                            .fit(network.network(), new StandardObjective(), train, validation));
        }
        if (cell.training().guided()) {
            boolean fineTuned = cell.training() == LanguageTraining.FINE_TUNED;
            Seed own = fineTuned ? seed.child("fine-tuning") : seed;
            WordGuidance guidance =
                    new WordGuidance(
                            Schedule.constant(maskedFraction),
                            Schedule.constant(setup.lambda()),
                            setup.score(),
                            setup.ranking(),
                            setup.replacement(),
                            Output.MARGIN,
                            Label.TRUE,
                            Detach.NONE);
            add(
                    new Trainer(
                                    fineTuned
                                            ? options.withEpochs(setup.fineTuneEpochs())
                                            : options,
                                    own)
                            .withProgress(progress)
                            .fit(
                                    network.network(),
                                    new SaliencyGuidedObjective(),
                                    train,
                                    validation,
                                    new WordSaliencyListener(network, guidance, own)));
        }
    }

    private void add(TrainingResult result) {
        updates += result.updates();
        seconds += result.seconds();
    }

    private TextData data(TextNetwork network, List<TextExample> texts) {
        return new TextData(network.encoder().encode(texts), setup.buckets());
    }

    private static double tfIdf(Corpus corpus) {
        return TfIdfClassifier.fit(corpus.train(), corpus.classes().size(), new TfIdfOptions())
                .accuracy(corpus.test());
    }
}
