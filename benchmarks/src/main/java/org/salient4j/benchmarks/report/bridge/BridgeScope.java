package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.List;

/**
 * What a score is the mean of: first over methods, then data sets, then networks, in each seed.
 *
 * @param title of the rows of a table
 * @param networks names of networks
 * @param datasets names of data sets
 * @param methods names of methods
 */
record BridgeScope(
        String title, List<String> networks, List<String> datasets, List<String> methods) {

    /** Copies the lists. */
    BridgeScope {
        networks = List.copyOf(networks);
        datasets = List.copyOf(datasets);
        methods = List.copyOf(methods);
    }

    /** All networks together if there are several, then each by itself. */
    static List<BridgeScope> of(BridgeScores scores) {
        List<BridgeScope> scopes = new ArrayList<>();
        if (scores.networks().size() > 1) {
            scopes.add(
                    new BridgeScope(
                            "all networks",
                            scores.networks(),
                            scores.datasets(),
                            scores.methods()));
        }
        for (String network : scores.networks()) {
            scopes.add(
                    new BridgeScope(
                            network, List.of(network), scores.datasets(), scores.methods()));
        }
        return scopes;
    }

    /** The same of one method. */
    BridgeScope ofMethod(String method) {
        return new BridgeScope(title, networks, datasets, List.of(method));
    }

    /** The same of one data set. */
    BridgeScope ofDataset(String dataset) {
        return new BridgeScope(title, networks, List.of(dataset), methods);
    }
}
