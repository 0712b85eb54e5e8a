package org.salient4j.framework.text.generated;

import org.salient4j.framework.Seed;
import org.salient4j.framework.registry.Registry;
import org.salient4j.framework.text.Corpus;

/**
 * Writes a corpus from templates: every rationale is known, because the generator put it there.
 *
 * <p>Generated text is a check that code works and a stand-in where no real corpus is at hand; its
 * name says {@code generated}, and a number measured on it is not one of the corpus it looks like.
 *
 * <p>Members are found by {@link java.util.ServiceLoader}: a public record with a no-argument
 * constructor and one line in {@code META-INF/services}.
 */
public interface TextGenerator {

    /**
     * The name by which it is asked for, and of the corpus.
     *
     * @return lower case with hyphens, beginning with {@code generated-}
     */
    String name();

    /**
     * Writes a corpus. The parts are drawn from seeds of their own, so one does not change with the
     * size of another.
     *
     * @param sizes how many examples
     * @param seed which
     * @return labels in equal numbers, as far as the sizes divide
     */
    Corpus generate(CorpusSizes sizes, Seed seed);

    /** The registered generators. */
    static Registry<TextGenerator> registry() {
        return Registry.of(TextGenerator.class, TextGenerator::name);
    }
}
