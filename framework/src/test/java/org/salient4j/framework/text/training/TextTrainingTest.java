package org.salient4j.framework.text.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.ListenerResponse;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.listeners.records.LossCurve;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.saliency.Label;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.Schedule;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.masking.WordReplacement;
import org.salient4j.framework.text.masking.WordScore;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;
import org.salient4j.losses.Detach;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

class TextTrainingTest {
    private static final TrainingOptions OPTIONS =
            TrainingOptions.fixedBudget(12).withBatchSize(16).withUpdater(UpdaterKind.ADAM, 0.02);

    private static WordGuidance guidance(WordReplacement replacement) {
        return new WordGuidance(
                Schedule.constant(0.6),
                Schedule.constant(1),
                WordScore.SUM,
                Ranking.SIGNED,
                replacement,
                Output.MARGIN,
                Label.TRUE,
                Detach.NONE);
    }

    @Test
    void should_learn_which_word_decides() {
        TextNetwork network = TinyTexts.network(0.1, DataType.FLOAT);
        TextData train = new TextData(TinyTexts.encoded(network, 200, 1), 3);
        TextData test = new TextData(TinyTexts.encoded(network, 100, 2), 1);

        new Trainer(OPTIONS, Seed.of(7))
                .fit(network.network(), new StandardObjective(), train, test);

        assertThat(test.evaluate(network.network()).accuracy()).isGreaterThan(0.95);
        assertThat(Arrays.stream(network.predict(test.texts())).boxed())
                .filteredOn(c -> c.equals(1))
                .hasSizeBetween(30, 70);
    }

    @ParameterizedTest
    @EnumSource
    void should_learn_it_guided_by_saliency(WordReplacement replacement) {
        TextNetwork network = TinyTexts.network(0.1, DataType.FLOAT);
        TextData train = new TextData(TinyTexts.encoded(network, 200, 1), 3);
        TextData test = new TextData(TinyTexts.encoded(network, 100, 2), 1);

        new Trainer(OPTIONS, Seed.of(7))
                .fit(
                        network.network(),
                        new SaliencyGuidedObjective(),
                        train,
                        null,
                        new WordSaliencyListener(network, guidance(replacement), Seed.of(8)));

        assertThat(test.evaluate(network.network()).accuracy()).isGreaterThan(0.9);
    }

    @Test
    void should_resume_with_the_bits_of_an_uninterrupted_run(@TempDir Path folder) {
        TextNetwork whole = train(folder.resolve("whole"), Integer.MAX_VALUE, false);
        Path file = folder.resolve("stopped");
        train(file, 4, false);
        TextNetwork resumed = train(file, Integer.MAX_VALUE, true);

        for (String name : whole.network().parameters().names()) {
            assertThat(resumed.network().parameters().get(name))
                    .as(name)
                    .isEqualTo(whole.network().parameters().get(name));
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static TextNetwork train(Path file, int killedIn, boolean resume) {
        TextNetwork network = TinyTexts.network(0.2, DataType.FLOAT);
        TextData train = new TextData(TinyTexts.encoded(network, 60, 1), 3);
        TextData validation = new TextData(TinyTexts.encoded(network, 30, 2), 1);
        BaseListener kill =
                new BaseListener() {
                    @Override
                    public boolean isActive(Operation operation) {
                        return true;
                    }

                    @Override
                    public ListenerResponse epochEnd(
                            SameDiff sd, At at, LossCurve losses, long millis) {
                        if (at.epoch() == killedIn) {
                            throw new Killed();
                        }
                        return ListenerResponse.CONTINUE;
                    }
                };
        Trainer trainer = new Trainer(OPTIONS.withBestWeights(), Seed.of(7)).withCheckpoint(file);
        WordSaliencyListener guided =
                new WordSaliencyListener(
                        network, guidance(WordReplacement.RANDOM_WORD), Seed.of(8));
        SaliencyGuidedObjective objective = new SaliencyGuidedObjective();
        try {
            if (resume) {
                trainer.resume(network.network(), objective, train, validation, guided, kill);
            } else {
                trainer.fit(network.network(), objective, train, validation, guided, kill);
            }
        } catch (Killed e) {
            assertThat(killedIn).isLessThan(OPTIONS.epochs());
        }
        return network;
    }

    @Test
    void should_refuse_to_resume_with_other_guidance(@TempDir Path folder) {
        Path file = folder.resolve("model");
        train(file, 4, false);
        TextNetwork network = TinyTexts.network(0.2, DataType.FLOAT);
        assertThatThrownBy(
                        () ->
                                new Trainer(OPTIONS.withBestWeights(), Seed.of(7))
                                        .withCheckpoint(file)
                                        .resume(
                                                network.network(),
                                                new SaliencyGuidedObjective(),
                                                new TextData(TinyTexts.encoded(network, 60, 1), 3),
                                                new TextData(TinyTexts.encoded(network, 30, 2), 1),
                                                new WordSaliencyListener(
                                                        network,
                                                        guidance(WordReplacement.REMOVE),
                                                        Seed.of(8))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("belongs to another training");
    }

    static Stream<EncodedText> unfit() {
        return Stream.of(
                new EncodedText(new int[] {3}, new int[] {0}, 2),
                new EncodedText(new int[] {10}, new int[] {0}, 1),
                new EncodedText(new int[] {0}, new int[] {0}, 1));
    }

    @Test
    void should_refuse_texts_that_do_not_fit_the_network() {
        TextNetwork network = TinyTexts.network(0, DataType.FLOAT);
        List<String> messages =
                List.of(
                        "training labels must be in [0, 2), found 2",
                        "training word numbers must be in [1, 10), found 10: encode the texts with the network's vocabulary",
                        "training word numbers must be in [1, 10), found 0: encode the texts with the network's vocabulary");
        List<EncodedText> texts = unfit().toList();
        for (int i = 0; i < texts.size(); i++) {
            TextData data = new TextData(List.of(texts.get(i)), 1);
            assertThatThrownBy(() -> data.requireFits(network.network(), "training"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage(messages.get(i));
        }
    }

    @Test
    void should_show_every_text_once_an_epoch_in_another_order() {
        TextNetwork network = TinyTexts.network(0, DataType.FLOAT);
        TextData data = new TextData(TinyTexts.encoded(network, 50, 1), 3);
        var batches = data.batches(network.network(), 8, Seed.of(3));
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        int texts = 0;
        for (int i = 0; i < batches.count(); i++) {
            INDArray ids = batches.get(0, i).getFeatures(0);
            texts += (int) ids.size(0);
            first.append(ids);
        }
        for (int i = 0; i < batches.count(); i++) {
            second.append(batches.get(1, i).getFeatures(0));
        }
        assertThat(texts).isEqualTo(50);
        assertThat(first.toString()).isNotEqualTo(second.toString());
        assertThat(batches.get(0, 2).getLabels(0).sumNumber().intValue())
                .isEqualTo((int) batches.get(0, 2).getFeatures(0).size(0));
    }
}
