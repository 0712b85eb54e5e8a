package org.salient4j.benchmarks.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.salient4j.attribution.words.WordAttribution;
import org.salient4j.attribution.words.WordMethod;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.rationale.Faithfulness;
import org.salient4j.benchmarks.rationale.FaithfulnessEvaluation;
import org.salient4j.benchmarks.rationale.HardRationales;
import org.salient4j.benchmarks.rationale.IouF1;
import org.salient4j.benchmarks.rationale.TokenAuprc;
import org.salient4j.benchmarks.rationale.TokenF1;
import org.salient4j.benchmarks.rationale.TokenScores;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;
import org.salient4j.framework.text.masking.WordScore;
import org.salient4j.framework.text.training.TextNetwork;

/** The scores that every method gives the words of test texts, and what they are worth. */
final class LanguageMeasurement {
    private static final int SHOWN_WORDS = 120;

    private final TextNetwork network;
    private final Corpus corpus;
    private final LanguageSetup setup;
    private final Seed seed;
    private final List<TextExample> texts;
    private final Double share;
    private final Map<String, List<TokenScores>> kept = new LinkedHashMap<>();

    LanguageMeasurement(TextNetwork network, Corpus corpus, LanguageSetup setup, Seed seed) {
        this.network = network;
        this.corpus = corpus;
        this.setup = setup;
        this.seed = seed;
        this.texts = LanguageRun.limited(corpus.test(), setup.explained(), Split.TEST);
        this.share = share(corpus);
    }

    /** The share of words in a rationale: ERASER's rule; null where no rationale is known. */
    private static Double share(Corpus corpus) {
        boolean known =
                corpus.train().stream().anyMatch(LanguageMeasurement::isMarked)
                        && corpus.test().stream().anyMatch(LanguageMeasurement::isMarked);
        return known ? HardRationales.meanShare(corpus.train()) : null;
    }

    private static boolean isMarked(TextExample text) {
        if (text.rationale() == null) {
            return false;
        }
        boolean[] mask = text.rationale().mask(text.length());
        return IntStream.range(0, mask.length).anyMatch(i -> mask[i]);
    }

    Double rationaleShare() {
        return share;
    }

    List<WordMapScore> scores(CellContext context) throws InterruptedException {
        List<WordMapScore> all = new ArrayList<>();
        context.tick("random");
        List<TokenScores> random =
                texts.stream().map(text -> TokenScores.random(text, seed.child("random"))).toList();
        all.add(score(WordMapScore.RANDOM, "", texts, random, 0));
        for (WordMethod method : setup.methods()) {
            List<TextExample> explained = explained(method);
            if (!explained.isEmpty()) {
                context.tick(method.methodName());
                add(method, explained, all, context);
            }
        }
        return all;
    }

    private List<TextExample> explained(WordMethod method) {
        if (method.everyWord()) {
            return texts.subList(0, Math.min(setup.perturbed(), texts.size()));
        }
        return method == WordMethod.DEEP_LIFT
                ? texts.stream().filter(text -> text.length() <= setup.deepLiftWords()).toList()
                : texts;
    }

    private void add(
            WordMethod method,
            List<TextExample> explained,
            List<WordMapScore> all,
            CellContext context)
            throws InterruptedException {
        List<EncodedText> encoded = network.encoder().encode(explained);
        long started = System.nanoTime();
        Map<WordScore, double[][]> positions =
                new WordAttribution(network, setup.attribution())
                        .of(method, encoded, network.predict(encoded), seed);
        double seconds = (System.nanoTime() - started) / 1e9;
        for (Map.Entry<WordScore, double[][]> each : positions.entrySet()) {
            if (setup.scores().contains(each.getKey())) {
                List<TokenScores> scores = new ArrayList<>();
                for (int i = 0; i < encoded.size(); i++) {
                    scores.add(new TokenScores(encoded.get(i).perToken(each.getValue()[i])));
                }
                String name = each.getKey().name().toLowerCase(Locale.ROOT);
                context.tick(method.methodName() + ", " + name);
                all.add(score(method.methodName(), name, explained, scores, seconds));
                keep(method, each.getKey(), explained, scores);
            }
        }
    }

    /** Contributions are shown: of the gradient its product with the vector. */
    private void keep(
            WordMethod method,
            WordScore score,
            List<TextExample> explained,
            List<TokenScores> scores) {
        boolean contribution =
                method.scores().contains(WordScore.DOT) && setup.scores().contains(WordScore.DOT)
                        ? score == WordScore.DOT
                        : score == WordScore.SUM;
        if (contribution
                && explained.size() >= Math.min(setup.shown(), texts.size())
                && explained.get(0).equals(texts.get(0))) {
            kept.put(method.methodName(), scores);
        }
    }

    private WordMapScore score(
            String method,
            String name,
            List<TextExample> explained,
            List<TokenScores> scores,
            double seconds) {
        Faithfulness faithful = new FaithfulnessEvaluation(network).of(explained, scores);
        Double auprc = null;
        Double tokenF1 = null;
        Double iouF1 = null;
        if (share != null && explained.stream().anyMatch(LanguageMeasurement::isMarked)) {
            List<TextExample> marked = new ArrayList<>();
            List<TokenScores> ofMarked = new ArrayList<>();
            for (int i = 0; i < explained.size(); i++) {
                if (isMarked(explained.get(i))) {
                    marked.add(explained.get(i));
                    ofMarked.add(scores.get(i));
                }
            }
            HardRationales hard = new HardRationales(share);
            List<List<TokenSpan>> spans = new ArrayList<>();
            for (int i = 0; i < marked.size(); i++) {
                spans.add(hard.of(marked.get(i), ofMarked.get(i)));
            }
            auprc = TokenAuprc.of(marked, ofMarked).mean();
            tokenF1 = TokenF1.of(marked, spans).macro().f1();
            iouF1 = new IouF1().of(marked, spans).macro().f1();
        }
        return new WordMapScore(
                method,
                name,
                explained.size(),
                faithful.comprehensiveness().mean(),
                faithful.sufficiency().mean(),
                auprc,
                tokenF1,
                iouF1,
                seconds);
    }

    /** The first texts with what every method that explained them said. */
    List<ShownText> shown() {
        List<ShownText> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(setup.shown(), texts.size()); i++) {
            TextExample text = texts.get(i);
            double[] p = network.probabilities(List.of(text))[0];
            int predicted = network.predict(network.encoder().encode(List.of(text)))[0];
            int words = Math.min(SHOWN_WORDS, text.length());
            int[] parts = separators(text, words);
            Map<String, List<Double>> scores = new LinkedHashMap<>();
            for (Map.Entry<String, List<TokenScores>> each : kept.entrySet()) {
                scores.put(
                        each.getKey(),
                        separated(relative(each.getValue().get(i).values(), words), parts, 0.0));
            }
            shown.add(
                    new ShownText(
                            text.id(),
                            separated(text.tokens().subList(0, words), parts, ShownText.SEPARATOR),
                            text.length(),
                            corpus.classes().get(text.label()),
                            corpus.classes().get(predicted),
                            p[predicted],
                            scores,
                            isMarked(text) ? separated(marked(text, words), parts, false) : null));
        }
        return shown;
    }

    /** Before which of the first words another part begins. */
    private static int[] separators(TextExample text, int words) {
        return text.parts().stream()
                .mapToInt(TextPart::start)
                .filter(start -> start > 0 && start < words)
                .distinct()
                .toArray();
    }

    private static <T> List<T> separated(List<T> values, int[] before, T separator) {
        List<T> all = new ArrayList<>(values);
        for (int i = before.length - 1; i >= 0; i--) {
            all.add(before[i], separator);
        }
        return all;
    }

    private static List<Boolean> marked(TextExample text, int words) {
        boolean[] mask = text.rationale().mask(text.length());
        return IntStream.range(0, words).mapToObj(i -> mask[i]).toList();
    }

    private static List<Double> relative(double[] values, int words) {
        double most = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return Arrays.stream(values, 0, words)
                .map(value -> most == 0 ? 0 : Math.round(1000 * value / most) / 1000.0)
                .boxed()
                .toList();
    }
}
