package org.salient4j.attribution.deeplift;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The registered rules by op. */
final class DeepLiftRules {
    private DeepLiftRules() {}

    static Map<String, DeepLiftRule> byOp() {
        Map<String, DeepLiftRule> rules = new TreeMap<>();
        for (DeepLiftRule rule : ServiceLoader.load(DeepLiftRule.class)) {
            for (String op : rule.ops()) {
                DeepLiftRule other = rules.putIfAbsent(op, rule);
                if (other != null) {
                    throw new IllegalStateException(
                            "two DeepLIFT rules are for op '%s': %s and %s"
                                    .formatted(
                                            op,
                                            other.getClass().getName(),
                                            rule.getClass().getName()));
                }
            }
        }
        return rules;
    }
}
