package org.salient4j.benchmarks.xcebra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridAxis;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;

/**
 * Which latents drive which neurons? Encoders are trained contrastively or supervised, with and
 * without a penalty on the Jacobian, and every attribution method's map is held against the truth
 * (Schneider et al., Time-series attribution maps with regularized contrastive learning, AISTATS
 * 2025). Recordings × trainings × λ, a training each.
 *
 * @param references CSV files of recordings; if there are none, recordings are drawn
 * @param seeds how many recordings are drawn, from seeds 1, 2, …; not used with references
 * @param trainings how encoders are trained
 * @param lambdas weights of the penalty, rising
 * @param quick whether small recordings and encoders are meant
 * @param changes what is set otherwise than the setup has it: component ({@code steps}, {@code
 *     generator.noise}) to value
 */
public record Xcebra(
        List<String> references,
        int seeds,
        List<EncoderTraining> trainings,
        List<Double> lambdas,
        boolean quick,
        Map<String, String> changes)
        implements Experiment<XcebraCell, XcebraResult> {
    /** Name of the experiment. */
    public static final String NAME = "xcebra";

    /** Three drawn recordings, all trainings, without and with the penalty of the reference. */
    public Xcebra() {
        this(List.of(), 3, List.of(EncoderTraining.values()), List.of(0.0, 0.1), false, Map.of());
    }

    /** Validates. */
    public Xcebra {
        references = List.copyOf(references);
        trainings = GridAxis.of("training", trainings);
        lambdas = GridAxis.of("lambda", lambdas);
        changes = changes == null ? Map.of() : Map.copyOf(changes);
        if (seeds < 1) {
            throw new InvalidInputException("seeds must be at least 1, was " + seeds);
        }
        for (int i = 0; i < lambdas.size(); i++) {
            double lambda = lambdas.get(i);
            if (!(lambda >= 0) || Double.isInfinite(lambda)) {
                throw new InvalidInputException("lambdas must be at least 0, found " + lambda);
            }
            if (i > 0 && lambda <= lambdas.get(i - 1)) {
                throw new InvalidInputException("lambdas must rise, were " + lambdas);
            }
        }
        if (names(references).stream().distinct().count() < references.size()) {
            throw new InvalidInputException(
                    "references must have different names, were " + names(references));
        }
        XcebraSetup setup = setup(quick, changes);
        if (references.isEmpty()) {
            setup.requireBatch("a drawn recording", setup.samples());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<XcebraCell> cellType() {
        return XcebraCell.class;
    }

    @Override
    public Class<XcebraResult> resultType() {
        return XcebraResult.class;
    }

    @Override
    public List<XcebraCell> cells() {
        XcebraSetup setup = setup(quick, changes);
        List<XcebraCell> cells = new ArrayList<>();
        // A recording that cannot be used is said before anything is trained or written.
        ReferenceRecording.check(references, setup);
        int recordings = references.isEmpty() ? seeds : references.size();
        for (int i = 0; i < recordings; i++) {
            String file = references.isEmpty() ? null : references.get(i);
            String digest = file == null ? null : ReferenceRecording.digest(Path.of(file));
            String data = file == null ? "drawn-" + (i + 1) : name(file);
            for (EncoderTraining training : trainings) {
                for (double lambda : lambdas) {
                    // What is not trained is not penalised: once is enough.
                    if (training != EncoderTraining.UNTRAINED || lambda == lambdas.get(0)) {
                        double weight = training == EncoderTraining.UNTRAINED ? 0 : lambda;
                        cells.add(
                                new XcebraCell(
                                        data, file, digest, training, weight, i + 1L, setup));
                    }
                }
            }
        }
        return cells;
    }

    @Override
    public XcebraResult run(XcebraCell cell, CellContext context) throws Exception {
        return new XcebraRun(cell).run(context);
    }

    private static List<String> names(List<String> files) {
        return files.stream().map(Xcebra::name).toList();
    }

    private static String name(String file) {
        Path last = Path.of(file).getFileName();
        return String.valueOf(last).replaceFirst("\\.[^.]*$", "");
    }

    private static XcebraSetup setup(boolean quick, Map<String, String> changes) {
        XcebraSetup setup = quick ? XcebraSetup.quick() : new XcebraSetup();
        return changes.isEmpty() ? setup : Json.withSettings(setup, "xcebra", changes);
    }
}
