package org.salient4j.framework.images;

import java.util.List;

/** Images scaled as they are read. */
final class NormalizedImages implements ImageData {
    private final ImageData images;
    private final float[] mean;
    private final float[] deviation;

    NormalizedImages(ImageData images, Normalization normalization) {
        this.images = images;
        this.mean = floats(normalization.mean());
        this.deviation = floats(normalization.deviation());
    }

    private static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }

    @Override
    public ImageShape shape() {
        return images.shape();
    }

    @Override
    public List<String> classes() {
        return images.classes();
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public int label(int index) {
        return images.label(index);
    }

    @Override
    public void read(int index, float[] into) {
        images.read(index, into);
        int plane = shape().values() / mean.length;
        for (int k = 0; k < shape().values(); k++) {
            into[k] = (into[k] - mean[k / plane]) / deviation[k / plane];
        }
    }
}
