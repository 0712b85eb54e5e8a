package org.salient4j.framework.text.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Rationale;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

/**
 * A claim about a film and an article that supports or refutes it.
 *
 * <p>The article has some sentences about when and where the film was made, which say nothing, and
 * one or two about how it was received, each of which decides by itself: they are the groups of the
 * rationale. A claim says that the film was a success; a share of the claims says that it was a
 * failure, for which the same evidence means the opposite, so that claim and article must be read
 * together. Neither alone tells the label of all: the article alone that of 1 minus the share.
 *
 * <p>Shaped as FEVER in ERASER: query and one document, two classes. Texts are much shorter.
 *
 * @param failureShare share of the claims that say failure, in [0, 1]
 * @param fillers how many sentences say nothing, at least 0
 */
public record GeneratedClaims(double failureShare, int fillers) implements TextGenerator {
    private static final List<String> CLASSES = List.of("SUPPORTS", "REFUTES");

    private static final List<String> FIRST =
            List.of("silver", "hidden", "last", "golden", "broken", "silent", "distant", "burning");
    private static final List<String> SECOND =
            List.of("harbor", "river", "summer", "garden", "winter", "island", "bridge", "valley");
    private static final List<String> GOOD =
            List.of(
                    "critics praised the film warmly .",
                    "it won a prize at the festival .",
                    "audiences loved every minute of it .",
                    "it earned a large profit in its first month .",
                    "reviewers called it a brilliant work .");
    private static final List<String> BAD =
            List.of(
                    "critics rejected the film harshly .",
                    "it was withdrawn from theaters after a week .",
                    "audiences walked out before the end .",
                    "it lost most of the money spent on it .",
                    "reviewers called it a boring mess .");
    private static final List<String> FILLERS =
            List.of(
                    "it was made in france over two years .",
                    "the script is based on an old novel .",
                    "the music was written for a small orchestra .",
                    "most scenes were shot near the coast .",
                    "the director had worked in television before .",
                    "it runs for about two hours .",
                    "a second version was cut for broadcast .",
                    "the cast includes several stage actors .",
                    "it was the third film of the studio .",
                    "the costumes came from a local museum .");

    /** A quarter of the claims say failure, six sentences say nothing. */
    public GeneratedClaims() {
        this(0.25, 6);
    }

    /** Validates. */
    public GeneratedClaims {
        if (!(failureShare >= 0 && failureShare <= 1)) {
            throw new InvalidInputException("failureShare must be in [0, 1], was " + failureShare);
        }
        if (fillers < 0 || fillers > FILLERS.size()) {
            throw new InvalidInputException(
                    "fillers must be in [0, " + FILLERS.size() + "], was " + fillers);
        }
    }

    @Override
    public String name() {
        return "generated-claims";
    }

    @Override
    public Corpus generate(CorpusSizes sizes, Seed seed) {
        return Corpus.of(
                name(),
                CLASSES,
                sizes.draw(
                        CLASSES.size(),
                        seed.child(name()),
                        (place, own) -> example(place, own.random())));
    }

    private TextExample example(CorpusSizes.Place place, RandomGenerator random) {
        boolean failure = random.nextDouble() < failureShare;
        boolean supports = place.label() == 0;
        String film = Words.any(FIRST, random) + " " + Words.any(SECOND, random);
        String claim = "the film " + film + (failure ? " was a failure ." : " was a success .");

        List<String> sentences = new ArrayList<>(Words.some(FILLERS, fillers, random));
        List<String> telling =
                Words.some(supports != failure ? GOOD : BAD, 1 + random.nextInt(2), random);
        sentences.addAll(telling);
        Words.shuffle(sentences, random);
        sentences.add(0, film + " is a film .");

        List<String> tokens = new ArrayList<>(Words.split(claim));
        int document = tokens.size();
        List<List<TokenSpan>> groups = new ArrayList<>();
        for (String sentence : sentences) {
            List<String> words = Words.split(sentence);
            if (telling.contains(sentence)) {
                // Without the full stop: it tells nothing.
                groups.add(
                        Collections.singletonList(
                                new TokenSpan(tokens.size(), tokens.size() + words.size() - 1)));
            }
            tokens.addAll(words);
        }
        return new TextExample(
                place.id(),
                tokens,
                place.label(),
                List.of(
                        new TextPart(TextPart.Role.QUERY, "query", 0, document),
                        new TextPart(TextPart.Role.DOCUMENT, place.id(), document, tokens.size())),
                new Rationale(groups));
    }
}
