package org.salient4j.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.ModelInput;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Predictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model's logits. */
@Command(
        name = "predict",
        description = {"Write a model's logits, [N,C], without dropout and before any softmax."},
        footer = {
            "  salient4j predict --model model.npz --input data/test/x.npy --out logits.npy",
            "  python -c \"import numpy as np; print(np.load('logits.npy').argmax(1))\""
        })
final class PredictCommand extends LibraryCommand {

    @Mixin private ModelOption model;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "Samples, [N,T,F] float32 or float64.")
    private Path input;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        Path file = output.free();
        Network network = model.load(this::remark);
        INDArray logits = Predictions.outputs(network, ModelInput.read(input, network));
        NpyFile.write(file, logits);
        remark("wrote " + file + " " + Arrays.toString(logits.shape()));
        return DONE;
    }
}
