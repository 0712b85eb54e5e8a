package org.salient4j.framework.images;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/** Some images of others. */
final class SelectedImages implements ImageData {
    private final ImageData all;
    private final int[] rows;

    SelectedImages(ImageData all, int... rows) {
        for (int row : rows) {
            if (row < 0 || row >= all.size()) {
                throw new InvalidInputException(
                        "image numbers must be in [0, %d), was %d".formatted(all.size(), row));
            }
        }
        this.all = all;
        this.rows = rows.clone();
    }

    @Override
    public ImageShape shape() {
        return all.shape();
    }

    @Override
    public List<String> classes() {
        return all.classes();
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int label(int index) {
        return all.label(rows[index]);
    }

    @Override
    public void read(int index, float[] into) {
        all.read(rows[index], into);
    }
}
