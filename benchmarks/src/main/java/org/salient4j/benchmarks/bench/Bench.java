package org.salient4j.benchmarks.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.NativeThreads;
import org.salient4j.framework.graph.OpClock;
import org.salient4j.framework.progress.Progress;

/**
 * Times training steps, attribution methods and metrics on generated data: the work of the
 * time-series and digit experiments, at their sizes. One thing after the other, in this thread.
 *
 * <p>Times of one run may be compared with each other and with those of another program that ran at
 * the same time on the same machine; not with those of another day.
 *
 * @param networks whose steps and attributions
 * @param parts what of it
 * @param budget how long each thing is repeated
 * @param threads threads of one op
 * @param profile whether the time of steps and of gradient passes is also traced to their ops
 */
public record Bench(
        List<BenchNetwork> networks,
        Set<BenchPart> parts,
        TimeBudget budget,
        int threads,
        boolean profile) {
    private static final int STEP_KINDS = 2;
    private static final int PROFILES = 3;

    /**
     * @throws InvalidInputException if there is nothing to time, or not at least one thread
     */
    public Bench {
        networks = networks.stream().distinct().toList();
        parts = Set.copyOf(parts);
        if (networks.isEmpty() || parts.isEmpty()) {
            throw new InvalidInputException("there must be a network and a part to time");
        }
        if (threads < 1) {
            throw new InvalidInputException("threads must be at least 1, was " + threads);
        }
    }

    /**
     * Measures everything.
     *
     * @param progress hears of every thing that is timed
     */
    public BenchResult run(Progress progress) {
        NativeThreads.use(threads);
        progress.start("bench", things());
        Map<String, StepTimes> steps = new LinkedHashMap<>();
        Map<String, Map<String, Timing>> attributions = new LinkedHashMap<>();
        Map<String, Timing> metrics = new LinkedHashMap<>();
        Map<String, List<WorkProfile>> profiles = new LinkedHashMap<>();
        for (BenchNetwork network : networks) {
            if (parts.contains(BenchPart.STEPS)) {
                steps.put(network.key(), steps(network, progress));
            }
            if (parts.contains(BenchPart.ATTRIBUTION) && network.explained()) {
                attributions.put(network.key(), attributions(network, progress));
            }
            if (profile) {
                profiles.put(network.key(), profiles(network, progress));
            }
        }
        if (parts.contains(BenchPart.METRICS)) {
            progress.message("aup_aur");
            metrics.put("aup_aur", MetricTimer.areas(budget));
            progress.step();
        }
        return new BenchResult(
                steps, attributions, metrics, profiles, BenchEnvironment.now(threads));
    }

    private int things() {
        int each = (parts.contains(BenchPart.STEPS) ? STEP_KINDS : 0) + (profile ? PROFILES : 0);
        int explained = (int) networks.stream().filter(BenchNetwork::explained).count();
        return networks.size() * each
                + (parts.contains(BenchPart.ATTRIBUTION) ? explained * AttributionTimer.METHODS : 0)
                + (parts.contains(BenchPart.METRICS) ? 1 : 0);
    }

    private StepTimes steps(BenchNetwork network, Progress progress) {
        progress.message(network.key() + " steps, warming up");
        // Whichever kind came first would pay for compiling the code that both share.
        StepTimer.time(network, true, budget);
        progress.message(network.key() + " standard step");
        Timing standard = StepTimer.time(network, false, budget);
        progress.step();
        progress.message(network.key() + " saliency guided step");
        Timing guided = StepTimer.time(network, true, budget);
        progress.step();
        return new StepTimes(network.batch(), standard, guided);
    }

    private Map<String, Timing> attributions(BenchNetwork network, Progress progress) {
        AttributionTimer timer = new AttributionTimer(network);
        Map<String, Timing> times = new LinkedHashMap<>();
        for (Map.Entry<String, AttributionMethod> method : timer.methods().entrySet()) {
            progress.message(network.key() + " " + method.getKey());
            times.put(method.getKey(), timer.time(method.getKey(), method.getValue(), budget));
            progress.step();
        }
        return times;
    }

    private List<WorkProfile> profiles(BenchNetwork network, Progress progress) {
        progress.message(network.key() + " profile");
        OpClock clock = OpClock.ofExecutioner();
        List<WorkProfile> profiles =
                List.of(
                        StepTimer.profile(network, false, budget, clock),
                        StepTimer.profile(network, true, budget, clock),
                        GradientProfile.of(network, budget, clock));
        progress.step(profiles.size());
        return profiles;
    }
}
