package org.salient4j.layers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Where a layer adds its ops: the graph, the parameters it may use, the mode, and the name under
 * which its parameters live. Calling the same layer twice in one scope with two inputs gives two
 * towers over the same parameters.
 */
public final class Scope {
    private final SameDiff graph;
    private final Parameters parameters;
    private final Mode mode;
    private final String prefix;
    private final Map<String, SDVariable> updates;

    /**
     * The root scope of a graph.
     *
     * @param graph where ops are added
     * @param parameters shared by reference
     * @param mode what the tower is for
     */
    public Scope(SameDiff graph, Parameters parameters, Mode mode) {
        this(graph, parameters, mode, "", new LinkedHashMap<>());
    }

    private Scope(
            SameDiff graph,
            Parameters parameters,
            Mode mode,
            String prefix,
            Map<String, SDVariable> updates) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        this.mode = Objects.requireNonNull(mode, "mode");
        this.prefix = prefix;
        this.updates = updates;
    }

    /** The scope of a part: its parameters are called {@code name.parameter}. */
    public Scope child(String name) {
        return new Scope(graph, parameters, mode, prefix + name + ".", updates);
    }

    /** The same scope for a tower of another purpose. */
    public Scope in(Mode other) {
        return new Scope(graph, parameters, other, prefix, updates);
    }

    /** The graph the ops go to. */
    public SameDiff graph() {
        return graph;
    }

    /** What the tower is for. */
    public Mode mode() {
        return mode;
    }

    /** The type of parameters and activations. */
    public DataType dataType() {
        return parameters.dataType();
    }

    /**
     * The parameter's variable in this graph; declared once, whichever tower asks first.
     *
     * @param name name within the scope
     * @param initializer start values, if the parameter does not exist yet
     * @param shape its shape
     */
    public SDVariable parameter(String name, Initializer initializer, long... shape) {
        String full = prefix + name;
        if (graph.hasVariable(full)) {
            return graph.getVariable(full);
        }
        // SameDiff.var(name, array) keeps the array itself: no copy, graphs share parameters.
        return graph.var(full, parameters.getOrCreate(full, initializer, shape));
    }

    /**
     * A variable of this graph for numbers that are not trained but belong to the network, such as
     * running statistics; declared once, whichever tower asks first.
     *
     * @param name name within the scope
     * @param initializer start values, if the buffer does not exist yet
     * @param shape its shape
     */
    public SDVariable buffer(String name, Initializer initializer, long... shape) {
        String full = prefix + name;
        if (graph.hasVariable(full)) {
            return graph.getVariable(full);
        }
        // A variable, not a constant: plans would keep what follows from a constant.
        return graph.var(full, parameters.getOrCreateBuffer(full, initializer, shape));
    }

    /**
     * Says how a buffer changes in a training step. Whoever trains reads {@link #updates()},
     * computes the values with the step and assigns them. Several towers change a buffer one after
     * the other, in the order in which they are written.
     *
     * @param name a buffer's name within the scope
     * @param rule from what the buffer holds before, or what the towers written before make of it,
     *     to its next value, of its shape
     */
    public void update(String name, UnaryOperator<SDVariable> rule) {
        String full = prefix + name;
        SDVariable before = updates.getOrDefault(full, graph.getVariable(full));
        updates.put(full, rule.apply(before));
    }

    /** The next value of every buffer that a tower of this graph changes, by its full name. */
    public Map<String, SDVariable> updates() {
        return Collections.unmodifiableMap(updates);
    }
}
