package org.salient4j.benchmarks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A result as lines of text. */
public final class BenchText {
    private static final int OPS = 20; // the rest is summed up in one line
    private static final String TIMES = "%-12s  %-26s  %12s  %12s  %6s";

    private BenchText() {}

    /** The tables: times, then profiles. */
    public static List<String> lines(BenchResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(TIMES.formatted("network", "work", "median ms", "min ms", "reps"));
        result.steps()
                .forEach(
                        (network, times) -> {
                            lines.add(line(network, "standard step", times.standard()));
                            lines.add(
                                    line(network, "saliency guided step", times.saliencyGuided()));
                            lines.add(ratio(network, times));
                        });
        result.attributions()
                .forEach(
                        (network, methods) ->
                                methods.forEach(
                                        (method, timing) ->
                                                lines.add(
                                                        line(network, method + " × 100", timing))));
        result.metrics().forEach((name, timing) -> lines.add(line("", name + " × 100", timing)));
        for (Map.Entry<String, List<WorkProfile>> profiles : result.profiles().entrySet()) {
            for (WorkProfile profile : profiles.getValue()) {
                lines.add("");
                lines.addAll(lines(profiles.getKey(), profile));
            }
        }
        BenchEnvironment here = result.environment();
        lines.add("");
        lines.add(
                "ND4J %s, %s with %s, %s, %s, threads of an op: %d"
                        .formatted(
                                here.nd4j(),
                                here.backend(),
                                here.executioner(),
                                here.java(),
                                here.cpu(),
                                here.threads()));
        return lines;
    }

    private static String line(String network, String work, Timing timing) {
        return TIMES.formatted(
                network,
                work,
                milliseconds(timing.medianMs()),
                milliseconds(timing.minMs()),
                timing.reps());
    }

    private static String ratio(String network, StepTimes times) {
        double ratio = times.saliencyGuided().medianMs() / times.standard().medianMs();
        return TIMES.formatted(network, "guided / standard", "%.2f ×".formatted(ratio), "", "")
                .stripTrailing();
    }

    private static List<String> lines(String network, WorkProfile profile) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s, %s: %.3f ms, of it in ops %.3f ms (%d repetitions)",
                        network,
                        profile.work(),
                        profile.meanMs(),
                        profile.opsMs(),
                        profile.reps()));
        lines.add("%-32s  %8s  %10s  %7s".formatted("op", "count", "ms", "share"));
        List<WorkProfile.Entry> ops = profile.ops();
        ops.stream().limit(OPS).map(BenchText::line).forEach(lines::add);
        if (ops.size() > OPS) {
            List<WorkProfile.Entry> rest = ops.subList(OPS, ops.size());
            lines.add(
                    line(
                            new WorkProfile.Entry(
                                    rest.size() + " others",
                                    rest.stream().mapToDouble(WorkProfile.Entry::count).sum(),
                                    rest.stream().mapToDouble(WorkProfile.Entry::ms).sum(),
                                    rest.stream().mapToDouble(WorkProfile.Entry::share).sum())));
        }
        return lines;
    }

    private static String line(WorkProfile.Entry entry) {
        return String.format(
                Locale.ROOT,
                "%-32s  %8.1f  %10.3f  %5.1f %%",
                entry.op(),
                entry.count(),
                entry.ms(),
                100 * entry.share());
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.3f" : "%.1f", value);
    }
}
