package org.salient4j.benchmarks.images;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;

/**
 * Grey images read as series, as the benchmark of Ismail et al. 2020 reads digits: the columns of
 * an image are its time steps, the rows its features, x[t][f] = image[row f][column t].
 */
public final class ImageSeries {
    private ImageSeries() {}

    /**
     * @param images [N, 1, H, W]
     * @return [N, W, H] of the same type
     * @throws InvalidInputException if the images have more than one channel
     */
    public static Examples of(Examples images) {
        INDArray x = images.x();
        if (x.rank() != 4 || x.size(1) != 1) {
            throw new InvalidInputException(
                    "only grey images [N, 1, H, W] are read as series, found "
                            + Arrays.toString(x.shape()));
        }
        int height = (int) x.size(2);
        int width = (int) x.size(3);
        double[] from = HostArray.doubles(x);
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            int pixel = i % (height * width);
            int image = i - pixel;
            to[image + pixel % width * height + pixel / width] = from[i];
        }
        return new Examples(
                HostArray.of(to, x.dataType(), images.size(), width, height), images.labels());
    }
}
