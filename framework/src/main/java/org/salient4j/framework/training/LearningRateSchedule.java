package org.salient4j.framework.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.salient4j.framework.InvalidInputException;

/**
 * What the learning rate is multiplied by in the course of a training. As text:
 *
 * <table>
 *   <caption>Forms</caption>
 *   <tr><td>{@code constant}</td><td>1</td></tr>
 *   <tr><td>{@code 0.1@100,150}</td><td>times 0.1 from epoch 100 on, again from epoch 150 on</td></tr>
 *   <tr><td>{@code 0.75/5}</td><td>times 0.75 after every 5 epochs</td></tr>
 *   <tr><td>{@code linear}</td><td>from 1 in a straight line to 0 at the end, update by update</td></tr>
 * </table>
 *
 * <p>Epochs count from 0. The line ends where the training ends if nothing stops it early.
 *
 * @param kind its form
 * @param factor the multiplier of a step, in (0, 1]; 1 where there are no steps
 * @param epochs where the steps are, increasing; the single period of {@code EVERY}
 */
public record LearningRateSchedule(Kind kind, double factor, List<Integer> epochs) {

    /** The forms. */
    public enum Kind {
        /** The same rate always. */
        CONSTANT,
        /** Steps at given epochs: PyTorch's {@code MultiStepLR}. */
        STEPS,
        /** A step every so many epochs: PyTorch's {@code StepLR}. */
        EVERY,
        /** A line to 0 over all updates, without warm-up. */
        LINEAR
    }

    /** Validates. */
    public LearningRateSchedule {
        epochs = List.copyOf(epochs);
        boolean steps = kind == Kind.STEPS || kind == Kind.EVERY;
        if (!(factor > 0 && factor <= 1) || (!steps && factor != 1)) {
            throw new InvalidInputException(
                    "the factor of a learning rate schedule must be in (0, 1], and 1 without steps, was "
                            + factor);
        }
        boolean counted =
                switch (kind) {
                    case CONSTANT, LINEAR -> epochs.isEmpty();
                    case STEPS -> !epochs.isEmpty();
                    case EVERY -> epochs.size() == 1;
                };
        for (int i = 0; i < epochs.size(); i++) {
            counted &= epochs.get(i) > (i == 0 ? 0 : epochs.get(i - 1));
        }
        if (!counted) {
            throw new InvalidInputException(
                    "the epochs of a learning rate schedule must be positive and increasing, were "
                            + epochs);
        }
    }

    /** The same rate always. */
    public static LearningRateSchedule constant() {
        return new LearningRateSchedule(Kind.CONSTANT, 1, List.of());
    }

    /** Times the factor from each of these epochs on. */
    public static LearningRateSchedule steps(double factor, Integer... epochs) {
        return new LearningRateSchedule(Kind.STEPS, factor, List.of(epochs));
    }

    /** Times the factor after every so many epochs. */
    public static LearningRateSchedule every(double factor, int epochs) {
        return new LearningRateSchedule(Kind.EVERY, factor, List.of(epochs));
    }

    /** In a straight line to 0. */
    public static LearningRateSchedule linear() {
        return new LearningRateSchedule(Kind.LINEAR, 1, List.of());
    }

    /** Reads one of the forms above. */
    @JsonCreator
    public static LearningRateSchedule parse(String text) {
        try {
            if (text.equals("constant")) {
                return constant();
            }
            if (text.equals("linear")) {
                return linear();
            }
            int slash = text.indexOf('/');
            if (slash > 0) {
                return every(
                        Double.parseDouble(text.substring(0, slash)),
                        Integer.parseInt(text.substring(slash + 1)));
            }
            int at = text.indexOf('@');
            return steps(
                    Double.parseDouble(text.substring(0, at)),
                    Arrays.stream(text.substring(at + 1).split(",", -1))
                            .map(Integer::valueOf)
                            .toArray(Integer[]::new));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new InvalidInputException(
                    "expected constant, linear, steps such as 0.1@100,150 or 0.75/5, found '"
                            + text
                            + "'");
        }
    }

    /**
     * The multiplier of an update.
     *
     * @param epoch the update's epoch
     * @param update number of updates before
     * @param updates number of updates of the whole training
     */
    public double at(int epoch, long update, long updates) {
        return switch (kind) {
            case CONSTANT -> 1;
            case STEPS ->
                    Math.pow(factor, (int) epochs.stream().filter(step -> epoch >= step).count());
            case EVERY -> Math.pow(factor, epoch / epochs.get(0));
            case LINEAR -> 1 - (double) update / updates;
        };
    }

    @Override
    @JsonValue
    public String toString() {
        return switch (kind) {
            case CONSTANT -> "constant";
            case LINEAR -> "linear";
            case EVERY -> factor + "/" + epochs.get(0);
            case STEPS ->
                    epochs.stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",", factor + "@", ""));
        };
    }
}
