package org.salient4j.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.bench.Bench;
import org.salient4j.benchmarks.bench.BenchNetwork;
import org.salient4j.benchmarks.bench.BenchPart;
import org.salient4j.benchmarks.bench.BenchResult;
import org.salient4j.benchmarks.bench.BenchText;
import org.salient4j.benchmarks.bench.TimeBudget;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures speed. */
@Command(
        name = "bench",
        description = {
            "Time training steps, attributions and metrics at the experiments' sizes.",
            "",
            "Every thing is repeated untimed until the JIT compiler has seen it, then timed; the",
            "table shows the median and the shortest. Other programs that run meanwhile, and the",
            "machine itself, change times from day to day: compare what one run measured."
        },
        footer = {
            "  salient4j bench",
            "  salient4j bench --networks lstm,tcn --only steps --profile",
            "  salient4j bench --networks resnet_18,vgg_16 --only steps",
            "  salient4j bench --threads 1 --json bench.json"
        })
final class BenchCommand extends LibraryCommand {

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "NAME",
            description =
                    "lstm, lstm_ica, tcn, transformer, mnist_cnn, or resnet_18 and vgg_16, whose steps"
                            + " take seconds; several with commas (default: all but those two).")
    private List<String> networks;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "steps, attribution or metrics, several with commas (default: all).")
    private List<String> parts;

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "N",
            description = "Threads within one operation (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--seconds",
            defaultValue = "2",
            paramLabel = "S",
            description =
                    "How long each thing is timed, after twice as long untimed (default:"
                            + " ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--profile",
            description =
                    "Also where the time of steps and of gradient passes goes, op by op; what is"
                            + " watched so closely takes longer.")
    private boolean profile;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write everything there. Written whole or not at all.")
    private Path json;

    @Option(names = "--force", description = "Replace FILE if it is there already.")
    private boolean force;

    @Override
    public Integer call() {
        Bench bench =
                new Bench(
                        chosenNetworks(), chosenParts(), TimeBudget.of(seconds), threads, profile);
        requireWritable();
        BenchResult result;
        try (Progress progress = streams().progress()) {
            result = bench.run(progress);
        }
        BenchText.lines(result).forEach(this::print);
        if (json != null) {
            Json.write(json, result);
            remark("wrote " + json);
        }
        return DONE;
    }

    private List<BenchNetwork> chosenNetworks() {
        return networks == null
                ? BenchNetwork.usual()
                : networks.stream().map(BenchNetwork::of).toList();
    }

    private Set<BenchPart> chosenParts() {
        return parts == null
                ? EnumSet.allOf(BenchPart.class)
                : parts.stream().map(BenchPart::of).collect(Collectors.toSet());
    }

    /** Before minutes are spent on what could not be kept. */
    private void requireWritable() {
        if (json == null) {
            return;
        }
        Path folder = json.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    "cannot write %s: there is no folder %s".formatted(json, folder));
        }
        if (Files.isDirectory(json)) {
            throw new InvalidInputException(
                    "cannot write %s: it is a folder, name a file".formatted(json));
        }
        if (!force) {
            OutputFile.requireFree(json);
        }
    }
}
