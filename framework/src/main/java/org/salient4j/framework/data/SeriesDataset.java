package org.salient4j.framework.data;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salient4j.framework.InvalidInputException;

/**
 * Series split for training, choosing and measuring.
 *
 * @param card what the data is
 * @param splits the parts; those that are there
 */
public record SeriesDataset(DatasetCard card, Map<Split, SeriesData> splits) {

    /**
     * @throws InvalidInputException if there is no part, or a part has other sizes or classes than
     *     the card says
     */
    public SeriesDataset {
        if (splits.isEmpty()) {
            throw new InvalidInputException(
                    "a dataset needs at least one of train, validation and test");
        }
        splits = Collections.unmodifiableMap(new EnumMap<>(splits));
        for (Map.Entry<Split, SeriesData> split : splits.entrySet()) {
            requireFit(card, split.getKey().folder(), split.getValue());
        }
    }

    /** A dataset without a validation part. */
    public static SeriesDataset of(DatasetCard card, SeriesData train, SeriesData test) {
        return new SeriesDataset(card, Map.of(Split.TRAIN, train, Split.TEST, test));
    }

    /**
     * @throws InvalidInputException if there is no such part
     */
    public SeriesData get(Split split) {
        return find(split)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        card.name()
                                                + " has no "
                                                + split.name().toLowerCase(Locale.ROOT)
                                                + " part"));
    }

    /** The part, if it is there. */
    public Optional<SeriesData> find(Split split) {
        return Optional.ofNullable(splits.get(split));
    }

    /** The part to fit on. */
    public SeriesData train() {
        return get(Split.TRAIN);
    }

    /** The part to measure on. */
    public SeriesData test() {
        return get(Split.TEST);
    }

    private static void requireFit(DatasetCard card, String part, SeriesData data) {
        if (data.steps() != card.steps() || data.features() != card.features()) {
            throw new InvalidInputException(
                    String.format(
                            "%s/x has %d steps and %d features, expected %d and %d",
                            part, data.steps(), data.features(), card.steps(), card.features()));
        }
        try {
            data.requireClasses(card.classes());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(part + "/" + e.getMessage(), e);
        }
    }
}
