package org.salient4j.benchmarks.timeseries.comparison;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.timeseries.TimeSeries;

/** The contrasts of the claims. */
final class PaperContrasts {
    static final List<String> NETWORKS = TimeSeries.NETWORKS;
    static final List<String> METHODS =
            List.of(
                    "gradient",
                    "integrated-gradients",
                    "deep-lift",
                    "gradient-shap",
                    "deep-shap",
                    "smooth-grad");
    static final List<String> METRICS = List.of("aup", "aur");

    /** Half a point, and a trace more for decimals that binary fractions do not have. */
    private static final double HALF_A_POINT = 0.005 + 1e-9;

    /** A third of what the paper's other networks gain on average, 0.03 in table 2. */
    private static final double NOT_RAISED = 0.01;

    private PaperContrasts() {}

    /** Target (a): 2 networks × 6 methods. */
    static List<Contrast> precisionOfEveryMethod() {
        List<Contrast> contrasts = new ArrayList<>();
        for (String network : List.of("lstm-input-cell", "tcn")) {
            for (String method : METHODS) {
                contrasts.add(
                        Contrast.positive(
                                network + " " + method,
                                Contrast.difference(
                                        List.of(new Term(1, network, true, method, "aup")),
                                        List.of(new Term(1, network, false, method, "aup")))));
            }
        }
        return contrasts;
    }

    /** A network and method with SGT beats every other method, training and network named. */
    static List<Contrast> best(String network, String method, List<String> networks) {
        List<Contrast> contrasts = new ArrayList<>();
        for (String metric : METRICS) {
            Term winner = new Term(1, network, true, method, metric);
            for (String other : networks) {
                for (String rival : METHODS) {
                    for (boolean guided : new boolean[] {false, true}) {
                        Term term = new Term(1, other, guided, rival, metric);
                        if (!term.equals(winner)) {
                            contrasts.add(beats(winner, term, rival(other, rival, guided, metric)));
                        }
                    }
                }
            }
        }
        return contrasts;
    }

    /** With SGT, a method of a network beats every other one. */
    static List<Contrast> bestMethod(String network, String method, String metric) {
        Term winner = new Term(1, network, true, method, metric);
        return METHODS.stream()
                .filter(rival -> !rival.equals(method))
                .map(
                        rival ->
                                beats(
                                        winner,
                                        new Term(1, network, true, rival, metric),
                                        "against " + rival))
                .toList();
    }

    /** Three methods of the TCN, each against each of the other three. */
    static List<Contrast> bestMethodsOfTcn() {
        List<String> named = List.of("integrated-gradients", "gradient-shap", "deep-shap");
        List<Contrast> contrasts = new ArrayList<>();
        for (String metric : METRICS) {
            for (String method : named) {
                for (String rival : METHODS) {
                    if (!named.contains(rival)) {
                        contrasts.add(
                                beats(
                                        new Term(1, "tcn", true, method, metric),
                                        new Term(1, "tcn", true, rival, metric),
                                        method + " against " + rival + ", " + upper(metric)));
                    }
                }
            }
        }
        return contrasts;
    }

    /** SGT minus standard training, mean of networks and methods. */
    static List<Contrast> raised(List<String> networks) {
        return METRICS.stream()
                .map(metric -> Contrast.positive(upper(metric), gain(networks, metric)))
                .toList();
    }

    static List<Contrast> transformerNotImproved() {
        return METRICS.stream().map(PaperContrasts::transformerNotImproved).toList();
    }

    static List<Contrast> transformerRecallOnly() {
        return List.of(
                Contrast.positive("AUR", gain(List.of("transformer"), "aur")),
                transformerNotImproved("aup"));
    }

    static List<Contrast> transformerWorst() {
        List<Contrast> contrasts = new ArrayList<>();
        for (String metric : METRICS) {
            for (String other : NETWORKS) {
                if (!other.equals("transformer")) {
                    contrasts.add(
                            Contrast.negative(
                                    "against " + other + ", " + upper(metric),
                                    Contrast.difference(
                                            mean(List.of("transformer"), true, metric),
                                            mean(List.of(other), true, metric))));
                }
            }
        }
        return contrasts;
    }

    static List<Contrast> lstmBelowRandom() {
        List<Contrast> contrasts = new ArrayList<>();
        for (boolean guided : new boolean[] {false, true}) {
            for (String method : METHODS) {
                contrasts.add(
                        Contrast.negative(
                                method + (guided ? " SGT" : " standard"),
                                List.of(new Term(1, "lstm", guided, method, "aup"))));
            }
        }
        return contrasts;
    }

    static List<Contrast> accuraciesAsPublished() {
        List<Contrast> contrasts = new ArrayList<>();
        for (String network : NETWORKS) {
            for (boolean guided : new boolean[] {false, true}) {
                contrasts.add(
                        new Contrast(
                                network + (guided ? " SGT" : " standard"),
                                List.of(accuracy(network, guided)),
                                true,
                                -HALF_A_POINT,
                                HALF_A_POINT));
            }
        }
        return contrasts;
    }

    static List<Contrast> accuracyKept() {
        return NETWORKS.stream()
                .map(
                        network ->
                                new Contrast(
                                        network,
                                        Contrast.difference(
                                                List.of(accuracy(network, true)),
                                                List.of(accuracy(network, false))),
                                        false,
                                        -HALF_A_POINT,
                                        POSITIVE_INFINITY))
                .toList();
    }

    private static Contrast transformerNotImproved(String metric) {
        return new Contrast(
                upper(metric),
                gain(List.of("transformer"), metric),
                false,
                NEGATIVE_INFINITY,
                NOT_RAISED);
    }

    private static List<Term> gain(List<String> networks, String metric) {
        return Contrast.difference(mean(networks, true, metric), mean(networks, false, metric));
    }

    private static List<Term> mean(List<String> networks, boolean guided, String metric) {
        double share = 1.0 / (networks.size() * METHODS.size());
        List<Term> terms = new ArrayList<>();
        for (String network : networks) {
            METHODS.forEach(m -> terms.add(new Term(share, network, guided, m, metric)));
        }
        return terms;
    }

    private static Contrast beats(Term winner, Term rival, String label) {
        return Contrast.positive(label, Contrast.difference(List.of(winner), List.of(rival)));
    }

    private static Term accuracy(String network, boolean guided) {
        return new Term(1, network, guided, "", PublishedTables.ACCURACY);
    }

    private static String rival(String network, String method, boolean guided, String metric) {
        return "against %s %s%s, %s"
                .formatted(network, method, guided ? " SGT" : "", upper(metric));
    }

    private static String upper(String metric) {
        return metric.toUpperCase(Locale.ROOT);
    }
}
