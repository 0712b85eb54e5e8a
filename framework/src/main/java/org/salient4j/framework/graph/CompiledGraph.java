package org.salient4j.framework.graph;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A SameDiff graph that is planned once for each combination of shapes and then only executed: the
 * order of the ops, their native contexts and the arrays they write are kept from one run to the
 * next, so a run allocates nothing and keeps no books. The values are those of a SameDiff session,
 * bit by bit.
 *
 * <p>A plan reads the variables' arrays where they are: updates in place are seen by the next run.
 * Ops whose results depend on shapes and constants alone run when the plan is made. Ops added to
 * the graph later are seen only by plans made later.
 *
 * <p>Graphs with control flow, and ops whose output shapes depend on values, are left to the
 * session; the log says so once. Listeners of the graph hear nothing of planned runs.
 *
 * <p>Not safe for use by several threads at once; graphs over the same parameters may run side by
 * side.
 */
public final class CompiledGraph {
    /** Plans always kept: a full batch, the rest of an epoch, the evaluation's and its rest. */
    private static final int FEW = 4;

    /** Plans kept while all together are small: texts have a shape for every range of lengths. */
    private static final int MANY = 32;

    private static final long SMALL = 1L << 28;

    private static final Logger LOG = LoggerFactory.getLogger(CompiledGraph.class);

    private final SameDiff graph;
    private final Map<Key, GraphPlan> plans = new LinkedHashMap<>(2 * FEW, 0.75f, true);
    private boolean session;

    private record Layout(DataType type, List<Long> shape) {}

    private record Key(Map<String, Layout> placeholders, Set<String> wanted) {}

    /**
     * @param graph what to run; its placeholders may have unknown sizes
     */
    public CompiledGraph(SameDiff graph) {
        this.graph = graph;
    }

    /** The graph itself. */
    public SameDiff graph() {
        return graph;
    }

    /**
     * Runs the ops that some variables need.
     *
     * @param placeholders a value for every placeholder they need, cast to its type; not kept
     * @param wanted names of the variables
     * @return their values, by name: arrays that the caller may change and that the next run
     *     overwrites, so copy what is kept
     */
    public Map<String, INDArray> run(
            Map<String, INDArray> placeholders, Collection<String> wanted) {
        if (!session) {
            Key key = new Key(layouts(placeholders), Set.copyOf(wanted));
            GraphPlan plan = plans.get(key);
            if (plan != null && plan.isCurrent()) {
                return plan.run(placeholders);
            }
            try {
                GraphPlan made = new GraphPlanner(graph, key.wanted()).plan(placeholders);
                plans.put(key, made);
                forgetEldest();
                return made.values();
            } catch (UnplannableGraphException e) {
                session = true;
                LOG.warn("A graph runs in SameDiff's session, which is slower: {}", e.getMessage());
            }
        }
        graph.setEnableCache(false); // its cache gives arrays away that later ops still read
        return graph.output(placeholders, wanted.toArray(String[]::new));
    }

    private void forgetEldest() {
        long bytes = plans.values().stream().mapToLong(GraphPlan::bytes).sum();
        Iterator<GraphPlan> eldest = plans.values().iterator();
        while (plans.size() > FEW && (bytes > SMALL || plans.size() > MANY)) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    private Map<String, Layout> layouts(Map<String, INDArray> placeholders) {
        Map<String, Layout> layouts = new TreeMap<>();
        placeholders.forEach(
                (name, array) -> {
                    SDVariable variable = graph.getVariable(name);
                    if (variable == null || !variable.isPlaceHolder()) {
                        throw new IllegalArgumentException(
                                "the graph has no placeholder '%s'; it has %s"
                                        .formatted(name, graph.inputs()));
                    }
                    layouts.put(name, new Layout(variable.dataType(), sizes(array)));
                });
        return layouts;
    }

    private static List<Long> sizes(INDArray array) {
        Long[] sizes = new Long[array.rank()];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = array.size(axis);
        }
        return List.of(sizes);
    }
}
