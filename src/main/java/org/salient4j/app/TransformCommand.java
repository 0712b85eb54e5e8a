package org.salient4j.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.contrastive.Embeddings;
import org.salient4j.framework.io.NpyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the embedding of a recording. */
@Command(
        name = "transform",
        description = {
            "Write an encoder's embedding of every time step of a recording, [T,C].",
            "",
            "Windows that would reach across an end of a trial are moved inwards."
        },
        footer = {
            "  salient4j transform --model encoder.npz --data neurons.csv --out embedding.npy",
            "  python -c \"import numpy as np; print(np.load('embedding.npy').shape)\""
        })
final class TransformCommand extends LibraryCommand {

    @Mixin private ModelOption model;

    @Mixin private RecordingFiles recording;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        Path file = output.free();
        INDArray embedding = Embeddings.of(model.load(this::remark), recording.read());
        NpyFile.write(file, embedding);
        remark("wrote " + file + " " + Arrays.toString(embedding.shape()));
        return DONE;
    }
}
