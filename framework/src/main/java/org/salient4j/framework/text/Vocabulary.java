package org.salient4j.framework.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The words a network knows, by number.
 *
 * <p>Three numbers are no words: {@link #PADDING} fills a batch up, {@link #UNKNOWN} stands for any
 * word that is not here, {@link #SEPARATOR} goes between the parts of an example. Words follow from
 * {@link #FIRST_WORD} on, the most frequent first, equals in alphabetical order, so the same texts
 * always give the same numbers.
 *
 * <p>Whether words are put in lower case before they are looked up is a property of the vocabulary:
 * GloVe 6B knows lower case only, and a corpus that is not in lower case would lose the first word
 * of each sentence and every name.
 */
public final class Vocabulary {
    /** The number that fills up. */
    public static final int PADDING = 0;

    /** The number of any word that is not in the vocabulary. */
    public static final int UNKNOWN = 1;

    /** The number between two parts. */
    public static final int SEPARATOR = 2;

    /** The number of the first word. */
    public static final int FIRST_WORD = 3;

    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[SEP]");

    private final List<String> words;
    private final boolean lowerCase;
    private final Map<String, Integer> ids = new HashMap<>();

    /**
     * @param words the words in the order of their numbers, without the special ones
     * @param lowerCase whether a word is put in lower case before it is looked up
     */
    public Vocabulary(List<String> words, boolean lowerCase) {
        this.words = List.copyOf(words);
        this.lowerCase = lowerCase;
        for (String word : this.words) {
            if (ids.putIfAbsent(word, FIRST_WORD + ids.size()) != null) {
                throw new IllegalArgumentException("the word '" + word + "' is there twice");
            }
        }
    }

    /**
     * Every word of a corpus: what to look word vectors up for. Where the vectors themselves are
     * learned, a word that only the test part has gets none: use {@link #of(Collection, int,
     * boolean)} over the training part.
     *
     * @param corpus the texts
     * @param lowerCase whether words are put in lower case
     */
    public static Vocabulary of(Corpus corpus, boolean lowerCase) {
        return of(corpus.all(), 1, lowerCase);
    }

    /**
     * The words that occur in texts.
     *
     * @param texts the texts
     * @param minimumCount how often a word must occur, at least 1
     * @param lowerCase whether words are put in lower case
     */
    public static Vocabulary of(
            Collection<TextExample> texts, int minimumCount, boolean lowerCase) {
        Map<String, Integer> counts = new HashMap<>();
        for (TextExample text : texts) {
            for (String token : text.tokens()) {
                counts.merge(folded(token, lowerCase), 1, Integer::sum);
            }
        }
        Comparator<Map.Entry<String, Integer>> order = Map.Entry.comparingByValue();
        List<String> words =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= minimumCount)
                        .sorted(order.reversed().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList();
        return new Vocabulary(words, lowerCase);
    }

    /** The vocabulary of some of these words, in the same order. */
    public Vocabulary restrictedTo(Predicate<String> wanted) {
        return new Vocabulary(words.stream().filter(wanted).toList(), lowerCase);
    }

    /** The number of a token; {@link #UNKNOWN} if it is not here. */
    public int id(String token) {
        return ids.getOrDefault(folded(token, lowerCase), UNKNOWN);
    }

    /** The word or special name of a number. */
    public String word(int id) {
        return id < FIRST_WORD ? SPECIAL.get(id) : words.get(id - FIRST_WORD);
    }

    /** Whether this very word, as it is written, has a number. */
    public boolean contains(String word) {
        return ids.containsKey(word);
    }

    /** The words in the order of their numbers, without the special ones. */
    public List<String> words() {
        return words;
    }

    /** How many numbers there are, the special ones included. */
    public int size() {
        return FIRST_WORD + words.size();
    }

    /** Whether words are put in lower case before they are looked up. */
    public boolean lowerCase() {
        return lowerCase;
    }

    /** What each number stands for, from 0. */
    public List<String> names() {
        return Stream.concat(SPECIAL.stream(), words.stream()).toList();
    }

    private static String folded(String token, boolean lowerCase) {
        return lowerCase ? token.toLowerCase(Locale.ROOT) : token;
    }
}
