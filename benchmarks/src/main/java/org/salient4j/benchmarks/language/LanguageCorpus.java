package org.salient4j.benchmarks.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.fetch.MovieSentences;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.corpus.EraserOptions;
import org.salient4j.framework.text.corpus.EraserReader;
import org.salient4j.framework.text.corpus.ScoredSentenceOptions;
import org.salient4j.framework.text.corpus.ScoredSentenceReader;
import org.salient4j.framework.text.corpus.SentencePairReader;
import org.salient4j.framework.text.corpus.WordTokenizerFactory;
import org.salient4j.framework.text.generated.CorpusSizes;
import org.salient4j.framework.text.generated.TextGenerator;

/**
 * Where the texts of the experiment come from. As text:
 *
 * <table>
 *   <caption>Forms</caption>
 *   <tr><td>{@code movie-sentences}</td><td>the fetched sentences of movie reviews</td></tr>
 *   <tr><td>{@code eraser:DIR}</td><td>a folder in the format of ERASER</td></tr>
 *   <tr><td>{@code pairs:TRAIN.tsv,TEST.tsv}</td><td>pairs of sentences, {@code label TAB premise TAB
 *       hypothesis}; of one file alone a fifth is drawn to measure on</td></tr>
 *   <tr><td>{@code generated-NAME}</td><td>a generated corpus with known rationales</td></tr>
 * </table>
 *
 * <p>A corpus is called by its true name: only the genuine Movies, known by the digest of its test
 * part, is called ERASER's.
 *
 * @param text the form above
 */
public record LanguageCorpus(String text) {
    private static final String ERASER = "eraser:";
    private static final String PAIRS = "pairs:";
    private static final String GENERATED = "generated-";
    private static final String GENUINE_MOVIES =
            "40c0e4c095d6d1dc3bbf952515f7e68fe54ebf4d25400c9b656ee86c4f0e3a6f";
    private static final double SHARE = 0.1;
    private static final double TEST_SHARE = 0.2;

    /** Where everything that is drawn comes from, whatever the seed of a training. */
    private static final Seed SPLIT = Seed.of(1);

    /**
     * Checks the form.
     *
     * @throws InvalidInputException if it is none of them
     */
    public LanguageCorpus {
        boolean known =
                text.equals(new MovieSentences().name())
                        || text.length() > ERASER.length() && text.startsWith(ERASER)
                        || text.length() > PAIRS.length() && text.startsWith(PAIRS)
                        || text.startsWith(GENERATED);
        if (!known) {
            throw new InvalidInputException(
                    "a corpus must be movie-sentences, eraser:DIR, pairs:TRAIN.tsv,TEST.tsv or one of %s, was '%s'"
                            .formatted(String.join(", ", TextGenerator.registry().names()), text));
        }
        if (text.startsWith(GENERATED)) {
            TextGenerator.registry().get(text);
        }
        if (text.startsWith(PAIRS) && text.split(",", -1).length > 2) {
            throw new InvalidInputException(
                    "pairs are read from one file or two, TRAIN.tsv,TEST.tsv, was '" + text + "'");
        }
    }

    /**
     * The texts, with a part to choose on.
     *
     * @param cache where fetched data are
     * @param generated texts of a generated corpus to train on
     * @throws InvalidInputException if they cannot be read, or have no part to train or measure on
     */
    public Corpus read(DataCache cache, int generated) {
        Corpus corpus = parts(cache, generated);
        corpus.train();
        corpus.test();
        return corpus.withValidation(SHARE, SPLIT);
    }

    private Corpus parts(DataCache cache, int generated) {
        if (text.startsWith(GENERATED)) {
            return TextGenerator.registry()
                    .get(text)
                    .generate(new CorpusSizes(generated, generated / 8, generated / 4), SPLIT);
        }
        if (text.startsWith(ERASER)) {
            return eraser(files().get(0));
        }
        if (text.startsWith(PAIRS)) {
            return pairs(files());
        }
        Path sentences =
                cache.require(new MovieSentences())
                        .resolve(new MovieSentences().files().get(0).name());
        return ScoredSentenceReader.read(
                sentences,
                ScoredSentenceOptions.movieSnippets(),
                new WordTokenizerFactory(),
                SPLIT);
    }

    private static Corpus eraser(Path folder) {
        Corpus any =
                EraserReader.read(folder, new EraserOptions(folderName(folder), List.of(), false));
        for (EraserOptions known :
                List.of(EraserOptions.movies(), EraserOptions.fever(), EraserOptions.esnli())) {
            if (known.classes().stream().sorted().toList().equals(any.classes())) {
                boolean genuine =
                        known.equals(EraserOptions.movies())
                                && digest(List.of(folder.resolve("test.jsonl")))
                                        .equals(GENUINE_MOVIES);
                return EraserReader.read(
                        folder,
                        new EraserOptions(
                                genuine ? known.name() : folderName(folder),
                                known.classes(),
                                known.readsQuery()));
            }
        }
        return any;
    }

    private static String folderName(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName() + " (in ERASER's format)";
    }

    private static Corpus pairs(List<Path> files) {
        Map<Split, Path> parts = new EnumMap<>(Split.class);
        parts.put(Split.TRAIN, files.get(0));
        if (files.size() == 2) {
            parts.put(Split.TEST, files.get(1));
        }
        String name =
                files.size() == 2
                        ? "pairs, trained on %s, measured on %s"
                                .formatted(files.get(0).getFileName(), files.get(1).getFileName())
                        : "pairs of " + files.get(0).getFileName() + ", a fifth to measure on";
        Corpus read =
                SentencePairReader.read(
                        name,
                        SentencePairReader.INFERENCE_CLASSES,
                        parts,
                        new WordTokenizerFactory());
        return files.size() == 2 ? read : withTest(read);
    }

    /** A part to measure on, drawn as one to choose on is. */
    private static Corpus withTest(Corpus read) {
        Corpus divided = read.withValidation(TEST_SHARE, SPLIT.child("test"));
        return new Corpus(
                read.name(),
                read.classes(),
                Map.of(
                        Split.TRAIN, divided.train(),
                        Split.TEST, divided.get(Split.VALIDATION)),
                read.findings());
    }

    /**
     * The corpus of the paper that this one is, or is most like; empty if it is like none.
     *
     * @param corpus what was read
     */
    static String published(Corpus corpus) {
        if (corpus.name().equals(EraserOptions.movies().name())) {
            return "Movies";
        }
        List<String> classes = corpus.classes();
        if (classes.equals(EraserOptions.fever().classes())) {
            return "FEVER";
        }
        if (classes.equals(SentencePairReader.INFERENCE_CLASSES)) {
            return "e-SNLI";
        }
        return classes.size() == 2 ? "Movies" : "";
    }

    /** Whether it is a corpus of the paper itself. */
    static boolean genuine(Corpus corpus) {
        return corpus.name().equals(EraserOptions.movies().name());
    }

    /** A digest of the files, so that a result belongs to what was read; empty without files. */
    String digest() {
        List<Path> files = files();
        if (text.startsWith(ERASER)) {
            Path folder = files.get(0);
            if (!Files.isDirectory(folder)) {
                throw new InvalidInputException(
                        folder + " is not a folder: expected one with train.jsonl and docs");
            }
            try (Stream<Path> inside = Files.walk(folder)) {
                files = inside.filter(Files::isRegularFile).sorted().toList();
            } catch (IOException e) {
                throw new InvalidInputException(
                        "cannot read " + folder + ": " + AtomicFile.reason(e), e);
            }
        }
        return files.isEmpty() ? "" : digest(files);
    }

    private List<Path> files() {
        String prefix = text.startsWith(ERASER) ? ERASER : text.startsWith(PAIRS) ? PAIRS : null;
        if (prefix == null) {
            return List.of();
        }
        String rest = text.substring(prefix.length());
        try {
            return (prefix.equals(PAIRS) ? Stream.of(rest.split(",", -1)) : Stream.of(rest))
                    .map(Path::of)
                    .toList();
        } catch (InvalidPathException e) {
            throw new InvalidInputException("'" + rest + "' is no path", e);
        }
    }

    static String digest(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int n = in.read(block); n >= 0; n = in.read(block)) {
                        digest.update(block, 0, n);
                    }
                } catch (IOException e) {
                    throw new InvalidInputException(
                            "cannot read " + file + ": " + AtomicFile.reason(e), e);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
