package org.salient4j.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.AtomicFolder;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.registry.Registry;
import org.salient4j.synthetic.latent.LatentGenerator;
import org.salient4j.synthetic.latent.LatentRecording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a recording of neurons whose latents are known. */
@Command(
        name = "simulate",
        description = {
            "Write a recording of neurons that known latents drive.",
            "",
            "DIR gets neurons.npy [T,n], latents.npy [T,d], truth.npy [d,n] bool (which latent"
                    + " drives",
            "which neuron), and recording.json, which says how it was made."
        },
        footer = {
            "  salient4j simulate --recording latent-dynamics --samples 4000 --seed 7 --out rec",
            "  salient4j simulate --recording spatial-cells --set population.grid=40 --out cells"
        })
final class SimulateCommand extends LibraryCommand {

    @Option(
            names = "--recording",
            required = true,
            paramLabel = "NAME",
            description = "What to simulate ('salient4j list recordings').")
    private String recording;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of it, such as noise=0.1.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--samples",
            paramLabel = "T",
            description = "Time steps (default: what is usual for it).")
    private Integer samples;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder for the recording.")
    private Path directory;

    /** What {@code recording.json} says. */
    private record Card(
            String name, LatentGenerator settings, int samples, Provenance provenance) {}

    @Override
    public Integer call() {
        if (Files.exists(directory)) {
            throw new InvalidInputException(
                    directory + " is there already: choose another name for the recording");
        }
        OutputFile.requireFolder(directory);
        Seed start = Seed.of(seed);
        LatentGenerator generator =
                Registry.of(LatentGenerator.class, "recording", LatentGenerator::name)
                        .configured(recording, settings);
        int steps = samples == null ? generator.usualSamples() : samples;
        LatentRecording drawn = generator.generate(steps, start.random());
        AtomicFolder.write(
                directory,
                folder -> {
                    NpyFile.write(folder.resolve("neurons.npy"), drawn.neurons());
                    NpyFile.write(folder.resolve("latents.npy"), drawn.latents());
                    NpyFile.write(folder.resolve("truth.npy"), Nd4j.createFromArray(drawn.truth()));
                    Json.write(
                            folder.resolve("recording.json"),
                            new Card(
                                    recording,
                                    generator,
                                    steps,
                                    Provenance.now(start, commandLine())));
                });
        List<String> sizes =
                List.of(Arrays.toString(drawn.neurons().shape()), drawn.latents().size(1) + "");
        remark("wrote %s: neurons %s, %s latents".formatted(directory, sizes.get(0), sizes.get(1)));
        return DONE;
    }
}
