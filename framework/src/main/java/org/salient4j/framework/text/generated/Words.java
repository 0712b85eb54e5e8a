package org.salient4j.framework.text.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from lists of words and sentences. */
final class Words {
    private Words() {}

    static List<String> split(String sentence) {
        return List.of(sentence.split(" "));
    }

    static String any(List<String> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    /** Any but one. */
    static String other(List<String> of, String than, RandomGenerator random) {
        String other = any(of, random);
        while (other.equals(than)) {
            other = any(of, random);
        }
        return other;
    }

    /** Different ones, in random order. */
    static List<String> some(List<String> of, int count, RandomGenerator random) {
        List<String> all = new ArrayList<>(of);
        shuffle(all, random);
        return List.copyOf(all.subList(0, count));
    }

    static void shuffle(List<String> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
        }
    }
}
