package org.salient4j.benchmarks.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.framework.text.generated.CorpusSizes;
import org.salient4j.framework.text.generated.TextGenerator;

/** Random vectors of five numbers for the words of the generated claims. */
final class TinyVectors {
    private TinyVectors() {}

    static Path in(Path folder) {
        StringBuilder text = new StringBuilder();
        RandomGenerator random = Seed.of(3).random();
        Vocabulary words =
                Vocabulary.of(
                        TextGenerator.registry()
                                .get("generated-claims")
                                .generate(new CorpusSizes(64, 8, 16), Seed.of(1)),
                        true);
        for (String word : words.words()) {
            text.append(word);
            for (int i = 0; i < 5; i++) {
                text.append(String.format(Locale.ROOT, " %.4f", random.nextGaussian()));
            }
            text.append('\n');
        }
        try {
            return Files.writeString(folder.resolve("tiny.txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
