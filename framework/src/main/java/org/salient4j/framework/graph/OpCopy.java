package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.samediff.internal.Variable;
import org.nd4j.autodiff.samediff.serde.FlatBuffersMapper;

/** Copies one op with all its settings onto other inputs. */
public final class OpCopy {
    private final SameDiff source;
    private final Map<String, Integer> ids = new HashMap<>();

    /**
     * @param source the graph whose ops are copied; ops added to it later can be copied too
     */
    public OpCopy(SameDiff source) {
        this.source = source;
    }

    /**
     * Adds a copy.
     *
     * @param op an op of the source
     * @param target where the copy goes, the source itself or another graph
     * @param prefix put before the names of the op and its outputs; the result must be new there
     * @param inputs names of the copy's inputs in the target
     * @return the copy's outputs
     */
    public List<SDVariable> add(
            SameDiffOp op, SameDiff target, String prefix, List<String> inputs) {
        for (Variable variable : source.getVariables().values()) {
            ids.putIfAbsent(variable.getName(), ids.size());
        }
        DifferentialFunction function =
                FlatBuffersMapper.cloneViaSerialize(source, op.getOp(), ids);
        function.setSameDiff(target);
        String name = prefix + op.getName();
        function.setOwnName(name);
        target.putOpForId(name, function);
        target.addArgsFor(inputs.toArray(String[]::new), function);
        List<SDVariable> outputs = new ArrayList<>();
        for (String output : op.getOutputsOfOp()) {
            SDVariable copy =
                    new SDVariable(
                            prefix + output,
                            VariableType.ARRAY,
                            target,
                            null,
                            source.getVariable(output).dataType());
            target.addVariable(copy);
            outputs.add(copy);
        }
        target.addOutgoingFor(outputs.toArray(new SDVariable[0]), function);
        return outputs;
    }
}
