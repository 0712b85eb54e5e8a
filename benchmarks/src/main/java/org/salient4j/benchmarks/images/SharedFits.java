package org.salient4j.benchmarks.images;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Trainings that several cells of a process start from, each made once while it is remembered: the
 * standard network of a seed is also what fine-tuning and every removal level of {@code roar} begin
 * with. A training is a function of its key, so a cell comes out the same whether it was there.
 */
final class SharedFits {
    /** Some megabytes each. */
    private static final int REMEMBERED = 6;

    private static final Map<String, FutureTask<ImageFit>> FITS =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, FutureTask<ImageFit>> e) {
                    return size() > REMEMBERED;
                }
            };

    private SharedFits() {}

    /**
     * The training of a key.
     *
     * @param key everything it depends on
     * @param training makes it, where it is not remembered
     * @throws InterruptedException if the calling thread was interrupted
     */
    static ImageFit of(String key, Callable<ImageFit> training) throws InterruptedException {
        FutureTask<ImageFit> fresh = new FutureTask<>(training);
        FutureTask<ImageFit> task;
        synchronized (FITS) {
            task = FITS.computeIfAbsent(key, k -> fresh);
        }
        if (task == fresh) {
            fresh.run();
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            synchronized (FITS) {
                FITS.remove(key, task);
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
