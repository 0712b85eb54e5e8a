package org.salient4j.app.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.attribution.Attribution;
import org.salient4j.attribution.IntegratedGradients;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.metrics.ScoreCard;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.recipe.TrainingRecipe;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.synthetic.Gaussian;
import org.salient4j.synthetic.Middle;
import org.salient4j.synthetic.SyntheticSpec;

/** The README's lines. */
class ReadmeExampleTest {

    @Test
    void should_run() {
        Seed seed = Seed.of(7);
        TrainingOptions options = TrainingOptions.fixedBudget(2);
        SyntheticSpec spec = SyntheticSpec.of(new Middle(), new Gaussian()).withCounts(100, 0, 20);

        SeriesDataset data = SyntheticSeries.generate(spec, seed);
        Network network = Network.initialise(new LstmClassifier(), DataType.FLOAT, seed);
        TrainingRecipe.saliencyGuided(new SaliencyGuidedOptions(), options, seed)
                .train(network, data);
        Attribution a =
                new IntegratedGradients()
                        .attribute(network, data.test().x(), data.test().labels(), seed);
        ScoreCard scores = ScoreCard.of(a.values(), data.test().truth());

        assertThat(scores.samples()).isEqualTo(20);
        assertThat(scores.metrics().get("aup").valid()).isEqualTo(20);
        assertThat(scores.metrics().get("aup").mean()).isBetween(0.0, 0.8);
    }

    @Test
    void should_be_what_the_readme_says() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int from = readme.indexOf("```java") + "```java".length();
        String lines = readme.substring(from, readme.indexOf("```", from));
        String here =
                Files.readString(
                        Path.of("test/java/org/salient4j/app/examples/ReadmeExampleTest.java"));
        assertThat(lines.strip().lines()).hasSize(5);
        assertThat(bare(here)).contains(bare(lines));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
