package org.salient4j.benchmarks.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salient4j.attribution.Gradient;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** Gradients of some images, as they come. */
final class GradientRecord {
    // Orders cells as log p does and does not vanish where the network is sure.
    private static final Gradient GRADIENT = new Gradient(Output.MARGIN, false);

    private final Network network;
    private final PixelLayout layout;
    private final ImagePictures pictures;
    private final List<Sparsity> sparsity = new ArrayList<>();
    private final List<float[]> scaled = new ArrayList<>();
    private final double[] sum;

    GradientRecord(Network network, PixelLayout layout, ImagePictures pictures) {
        this.network = network;
        this.layout = layout;
        this.pictures = pictures;
        this.sum = new double[layout.cells()];
    }

    /** More images. */
    void add(Examples part) {
        double[] values =
                HostArray.doubles(
                        GRADIENT.attribute(network, part.x(), part.labels(), Seed.of(1)).values());
        for (int i = 0; i < part.size(); i++) {
            double[] one = Arrays.copyOfRange(values, i * layout.cells(), (i + 1) * layout.cells());
            sparsity.add(Sparsity.of(one));
            double greatest = 0;
            for (int c = 0; c < one.length; c++) {
                sum[c] += one[c];
                greatest = Math.max(greatest, Math.abs(one[c]));
            }
            float[] over = new float[one.length];
            for (int c = 0; c < one.length && greatest > 0; c++) {
                over[c] = (float) (one[c] / greatest);
            }
            scaled.add(over);
        }
    }

    /** Of all images so far, at least one. */
    GradientStatistics statistics() {
        int images = sparsity.size();
        float[] all = new float[images * layout.cells()];
        for (int i = 0; i < images; i++) {
            System.arraycopy(scaled.get(i), 0, all, i * layout.cells(), layout.cells());
        }
        double[] mean = Arrays.stream(sum).map(total -> total / images).toArray();
        float[] means = new float[mean.length];
        for (int c = 0; c < means.length; c++) {
            means[c] = (float) mean[c];
        }
        return new GradientStatistics(
                Sparsity.mean(sparsity),
                ValueDistribution.of(all),
                ValueDistribution.of(means),
                pictures.map("mean of %d gradients".formatted(images), mean, 0),
                images);
    }
}
