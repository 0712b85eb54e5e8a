package org.salient4j.framework.text.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Rationale;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

/**
 * Two sentences: the second follows from the first, contradicts it, or neither.
 *
 * <p>The first says that somebody does something somewhere. The second says that they do it
 * (entailment), that they do something else (contradiction), or why they do it, which the first
 * does not say (neutral); half of the time it names them by a wider word, a woman as a person. The
 * rationale is the words that decide: person and activity in both sentences, the two activities, or
 * the reason.
 *
 * <p>Shaped as e-SNLI in ERASER: two documents, three classes, about fifteen words. A reason shows
 * in the second sentence alone; for the other two classes both must be read.
 */
public record GeneratedInference() implements TextGenerator {
    private static final List<String> CLASSES = List.of("contradiction", "neutral", "entailment");
    private static final int CONTRADICTION = 0;
    private static final int NEUTRAL = 1;

    private static final Map<String, String> PEOPLE =
            new TreeMap<>(
                    Map.of(
                            "woman", "person",
                            "man", "person",
                            "girl", "child",
                            "boy", "child",
                            "doctor", "adult",
                            "farmer", "adult"));
    private static final List<String> LOOKS =
            List.of("young", "tall", "smiling", "tired", "happy", "quiet");
    private static final List<String> DOING =
            List.of("sleeping", "running", "swimming", "reading", "cooking", "dancing", "eating");
    private static final List<String> WHERE =
            List.of(
                    "near the window",
                    "beside a red car",
                    "in front of a house",
                    "at the market",
                    "under a large tree",
                    "on the beach");
    private static final List<String> WHY =
            List.of(
                    "to impress a friend",
                    "because of a bet",
                    "before visiting family",
                    "to win some money",
                    "after a long argument");

    @Override
    public String name() {
        return "generated-inference";
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

    private static TextExample example(CorpusSizes.Place place, RandomGenerator random) {
        String person = Words.any(List.copyOf(PEOPLE.keySet()), random);
        String doing = Words.any(DOING, random);
        List<String> premise =
                Words.split(
                        "a %s %s is %s %s ."
                                .formatted(
                                        Words.any(LOOKS, random),
                                        person,
                                        doing,
                                        Words.any(WHERE, random)));
        int second = premise.size();
        String named = random.nextBoolean() ? person : PEOPLE.get(person);
        String hypothesis = "the " + named + " is " + doing + " .";
        List<TokenSpan> telling = new ArrayList<>();
        if (place.label() == NEUTRAL) {
            String why = Words.any(WHY, random);
            hypothesis = "the %s is %s %s .".formatted(named, doing, why);
            telling.add(words(second + 4, Words.split(why).size()));
        } else {
            telling.add(words(premise.indexOf(doing), 1));
            telling.add(words(second + 3, 1));
            if (place.label() == CONTRADICTION) {
                hypothesis = "the %s is %s .".formatted(named, Words.other(DOING, doing, random));
            } else {
                telling.add(words(premise.indexOf(person), 1));
                telling.add(words(second + 1, 1));
            }
        }
        List<String> tokens = new ArrayList<>(premise);
        tokens.addAll(Words.split(hypothesis));
        return new TextExample(
                place.id(),
                tokens,
                place.label(),
                List.of(
                        part(place.id() + "_premise", 0, second),
                        part(place.id() + "_hypothesis", second, tokens.size())),
                new Rationale(List.of(telling)));
    }

    private static TokenSpan words(int at, int count) {
        return new TokenSpan(at, at + count);
    }

    private static TextPart part(String id, int start, int end) {
        return new TextPart(TextPart.Role.DOCUMENT, id, start, end);
    }
}
