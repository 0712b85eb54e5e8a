package org.salient4j.framework.images;

import java.util.Arrays;
import java.util.List;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;

/**
 * Moves an image by up to so many pixels in either direction, every shift as likely as any other:
 * torchvision's {@code RandomCrop} of the image's own size after padding. What moves in is the
 * margin.
 *
 * @param padding the furthest shift, at least 1
 * @param margin the value of the margin in each channel
 */
public record RandomCrop(int padding, List<Double> margin) implements Augmentation {

    /**
     * @throws InvalidInputException if the padding is not positive or a margin is not finite
     */
    public RandomCrop {
        if (padding < 1) {
            throw new InvalidInputException("padding must be at least 1, was " + padding);
        }
        margin = List.copyOf(margin);
        if (margin.isEmpty() || !margin.stream().allMatch(Double::isFinite)) {
            throw new InvalidInputException(
                    "margin must be a finite number for each channel, was " + margin);
        }
    }

    /**
     * A black margin for images that were normalised before: what torchvision gives, which crops
     * first.
     */
    public static RandomCrop black(int padding, Normalization normalization) {
        Double[] black = new Double[normalization.mean().size()];
        Arrays.setAll(black, c -> -normalization.mean().get(c) / normalization.deviation().get(c));
        return new RandomCrop(padding, List.of(black));
    }

    /**
     * @throws InvalidInputException if the image has another number of channels than the margin
     */
    @Override
    public void apply(float[] image, ImageShape shape, Seed seed) {
        if (shape.channels() != margin.size()) {
            throw new InvalidInputException(
                    "images have %d channels, the margin of a crop %d"
                            .formatted(shape.channels(), margin.size()));
        }
        int shifts = 2 * padding + 1;
        int down = (int) (seed.uniform(0) * shifts) - padding;
        int right = (int) (seed.uniform(1) * shifts) - padding;
        float[] whole = Arrays.copyOf(image, shape.values());
        int next = 0;
        for (int c = 0; c < shape.channels(); c++) {
            float outside = margin.get(c).floatValue();
            for (int y = down; y < shape.height() + down; y++) {
                int row = (c * shape.height() + y) * shape.width();
                for (int x = right; x < shape.width() + right; x++) {
                    boolean inside = y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
                    image[next++] = inside ? whole[row + x] : outside;
                }
            }
        }
    }
}
