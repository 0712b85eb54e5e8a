package org.salient4j.attribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salient4j.attribution.deeplift.CaptumModule;
import org.salient4j.attribution.deeplift.MultiplierGraph;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/**
 * Which ops DeepLIFT treats by its rules.
 *
 * <table>
 * <caption>Text forms, in JSON and on the command line</caption>
 * <tr><td>{@code rescale}</td><td>all of them: attributions are complete</td></tr>
 * <tr><td>{@code captum-compat:relu,max-pool}</td><td>only those that stand for PyTorch modules of
 *     these kinds, everything else by its gradient at the sample: what Captum computes for a
 *     network in which exactly these non-linearities are modules and all others function calls.
 *     Kinds: relu, elu, leaky-relu, sigmoid, tanh, softplus, max-pool (a maximum over time
 *     included), softmax; {@code captum-compat:none} is gradient · (x - b)</td></tr>
 * <tr><td>{@code captum-compat}</td><td>the same with the modules of the paper's own networks:
 *     {@code lstm}, {@code lstm-input-cell} and {@code mnist-cnn} none, {@code tcn} relu and max-pool, {@code
 *     transformer} max-pool. For any other model, name the kinds</td></tr>
 * </table>
 *
 * <p>Captum replaces the backward pass of modules and cannot see function calls; a SameDiff graph
 * does not say which it was. So kinds of ops are hooked, all ops of a kind alike.
 */
public final class DeepLiftMode {
    private static final String RESCALE = "rescale";
    private static final String COMPAT = "captum-compat";
    private static final String NONE = "none";
    private static final Map<String, Set<CaptumModule>> PAPER =
            Map.of(
                    "lstm",
                    Set.of(),
                    "lstm-input-cell",
                    Set.of(),
                    "tcn",
                    Set.of(CaptumModule.RELU, CaptumModule.MAX_POOL),
                    "transformer",
                    Set.of(CaptumModule.MAX_POOL),
                    "mnist-cnn",
                    Set.of());

    private final String text;

    private DeepLiftMode(String text) {
        this.text = text;
    }

    /** Every op by its rule. */
    public static DeepLiftMode rescale() {
        return new DeepLiftMode(RESCALE);
    }

    /** As Captum treats the paper's networks. */
    public static DeepLiftMode captumCompat() {
        return new DeepLiftMode(COMPAT);
    }

    /** As Captum treats a network with modules of these kinds. */
    public static DeepLiftMode captumCompat(Set<CaptumModule> modules) {
        String names =
                modules.isEmpty()
                        ? NONE
                        : modules.stream()
                                .sorted()
                                .map(DeepLiftMode::kebab)
                                .collect(Collectors.joining(","));
        return new DeepLiftMode(COMPAT + ":" + names);
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static DeepLiftMode parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals(RESCALE)) {
            return rescale();
        }
        if (lower.equals(COMPAT)) {
            return captumCompat();
        }
        if (lower.startsWith(COMPAT + ":")) {
            return captumCompat(modules(lower.substring(COMPAT.length() + 1)));
        }
        throw new InvalidInputException(
                "mode must be rescale, captum-compat or captum-compat:relu,max-pool, was '"
                        + text
                        + "'");
    }

    /** Whether attributions sum to f(x) - f(baseline). */
    public boolean complete() {
        return text.equals(RESCALE);
    }

    /** The graph that this mode makes of a model. */
    MultiplierGraph graph(DifferentiableModel model, Output output) {
        return MultiplierGraphs.of(model, this, output, () -> make(model, output));
    }

    private MultiplierGraph make(DifferentiableModel model, Output output) {
        if (complete()) {
            return MultiplierGraph.rescale(model, output);
        }
        Set<CaptumModule> hooked =
                text.equals(COMPAT) ? ofPaper(model) : modules(text.substring(COMPAT.length() + 1));
        return MultiplierGraph.captum(model, output, hooked);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeepLiftMode && ((DeepLiftMode) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static Set<CaptumModule> ofPaper(DifferentiableModel model) {
        String name = model instanceof Network network ? network.architecture().name() : "";
        Set<CaptumModule> modules = PAPER.get(name);
        if (modules == null) {
            throw new InvalidInputException(
                    "mode captum-compat knows the modules of the paper's networks only (lstm, lstm-input-cell, tcn, transformer, mnist-cnn): name those of this model, captum-compat:relu,max-pool");
        }
        return modules;
    }

    private static Set<CaptumModule> modules(String names) {
        Set<CaptumModule> modules = EnumSet.noneOf(CaptumModule.class);
        if (names.equals(NONE)) {
            return modules;
        }
        List<String> known = Arrays.stream(CaptumModule.values()).map(DeepLiftMode::kebab).toList();
        for (String name : names.split(",", -1)) {
            int index = known.indexOf(name.trim());
            if (index < 0) {
                throw NearestName.unknown("module of captum-compat", name.trim(), known);
            }
            modules.add(CaptumModule.values()[index]);
        }
        return modules;
    }

    private static String kebab(CaptumModule module) {
        return module.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
