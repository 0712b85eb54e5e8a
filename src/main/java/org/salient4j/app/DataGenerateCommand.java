package org.salient4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.synthetic.images.GeneratedShapes;
import org.salient4j.synthetic.images.ShapeImages;
import org.salient4j.synthetic.images.ShapeKind;
import org.salient4j.synthetic.images.ShapeSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws images of which the telling pixels are known. */
@Command(
        name = "generate",
        description = {
            "Draw generated-shapes: coloured shapes on noise, 3 x 32 x 32, ten classes, with the"
                    + " mask of each shape.",
            "For those who bring no photographs; no result on them is one on CIFAR-10.",
            "",
            "Writes DIR/{train,test}/{x,y,truth}.npy: [N,C,H,W] float in [0,1], [N] int, [N,C,H,W]",
            "bool; the names of the classes, and how they were drawn."
        },
        footer = "  salient4j data generate --train 5000 --test 1000 --seed 7 --out shapes")
final class DataGenerateCommand extends LibraryCommand {

    @Option(
            names = "--train",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Training images (default: ${DEFAULT-VALUE}).")
    private int train;

    @Option(
            names = "--test",
            defaultValue = "200",
            paramLabel = "N",
            description = "Test images (default: ${DEFAULT-VALUE}).")
    private int test;

    @Option(
            names = "--noise",
            defaultValue = "0.1",
            paramLabel = "X",
            description = "Standard deviation of the noise, in [0, 1] (default: ${DEFAULT-VALUE}).")
    private double noise;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Same seed, same images (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new or empty folder.")
    private Path out;

    @Override
    public Integer call() {
        ShapeSpec usual = ShapeSpec.usual();
        ShapeSpec spec =
                new ShapeSpec(
                        usual.side(), usual.smallest(), usual.largest(), usual.contrast(), noise);
        Seed root = Seed.of(seed);
        requireFree();
        ShapeImages trainPart = draw(spec, train, root.child("train"));
        ShapeImages testPart = draw(spec, test, root.child("test"));
        write("train", trainPart);
        write("test", testPart);
        AtomicFile.write(out.resolve("classes.txt"), String.join("\n", ShapeKind.classes()) + "\n");
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("name", GeneratedShapes.NAME);
        origin.put("spec", spec);
        origin.put("train", train);
        origin.put("test", test);
        origin.put("provenance", Provenance.now(root, commandLine()));
        Json.write(out.resolve(GeneratedShapes.NAME + ".json"), origin);
        remark("wrote " + out);
        return DONE;
    }

    private static ShapeImages draw(ShapeSpec spec, int count, Seed part) {
        return GeneratedShapes.draw(spec, count, part.random());
    }

    private void write(String part, ShapeImages images) {
        Path folder = out.resolve(part);
        NpyFile.write(folder.resolve("x.npy"), images.x());
        NpyFile.write(folder.resolve("y.npy"), Nd4j.createFromArray(images.labels()));
        NpyFile.write(folder.resolve("truth.npy"), images.truth());
    }

    private void requireFree() {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> content = Files.list(out)) {
            if (content.findAny().isPresent()) {
                throw new InvalidInputException(
                        out + " is not empty: choose another folder or delete it first");
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot write to %s: %s".formatted(out, AtomicFile.reason(e)), e);
        }
    }
}
