package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How DeepLIFT passes multipliers back through a kind of op.
 *
 * <p>The multiplier m_y of a variable y says that the explained output differs from its value at
 * the baseline by Σ m_y (y - y₀). A rule gives the multipliers of an op's inputs from those of its
 * outputs and keeps the sum: Σ m_in (in - in₀) = Σ m_out (out - out₀) for every pair of towers.
 * Where all rules on the way do, attributions sum to f(x) - f(baseline).
 *
 * <p>To add one: a class with a public no-argument constructor and a line in {@code
 * META-INF/services/org.salient4j.attribution.deeplift.DeepLiftRule}.
 */
public interface DeepLiftRule {

    /** SameDiff's names of the ops it is for, such as {@code matmul}. */
    Set<String> ops();

    /**
     * Adds the rule's ops to the graph.
     *
     * @param op the op in both towers, and the multipliers of its outputs
     * @return a multiplier for each input, shaped as it; those of inputs that do not depend on x
     *     are not looked at and may be missing at the end
     */
    List<SDVariable> multipliers(OpPair op);
}
