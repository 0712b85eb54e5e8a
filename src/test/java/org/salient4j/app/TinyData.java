package org.salient4j.app;

import java.nio.file.Path;
import java.util.Arrays;

/** Series small enough to be trained on within a second. */
final class TinyData {
    static final int STEPS = 12;
    static final int FEATURES = 8;

    private TinyData() {}

    static Path generate(Path folder, Object... more) {
        Path data = folder.resolve("data");
        Object[] fixed = {
            "generate",
            "--dataset",
            "middle",
            "--train",
            60,
            "--test",
            20,
            "--time-steps",
            STEPS,
            "--features",
            FEATURES,
            "--set",
            "timeStart=3",
            "--set",
            "timeSize=5",
            "--set",
            "featureStart=2",
            "--set",
            "featureSize=4",
            "--seed",
            7,
            "--out",
            data
        };
        Cli.ok(join(fixed, more));
        return data;
    }

    /** A model of one epoch. */
    static Path model(Path folder, Path data) {
        Path model = folder.resolve("model.npz");
        Cli.ok(
                "train",
                "--data",
                data,
                "--network",
                "lstm",
                "--epochs",
                1,
                "--seed",
                7,
                "--out",
                model);
        return model;
    }

    static Object[] join(Object[] first, Object... more) {
        Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
