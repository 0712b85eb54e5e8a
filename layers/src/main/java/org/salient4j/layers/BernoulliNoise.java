package org.salient4j.layers;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.random.custom.RandomBernoulli;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's {@code random_bernoulli}, drawn from ND4J's generator of the calling thread.
 *
 * <p>A SameDiff session never hands the generator to an op: the plain op repeats one mask in every
 * run, whatever the seed, and another one in the next process. This one starts its native generator
 * at two fresh draws whenever the session asks for its output's shape, that is, once a run.
 */
public final class BernoulliNoise extends RandomBernoulli {

    /** For ND4J. */
    public BernoulliNoise() {}

    /**
     * @param graph the graph
     * @param shape the noise's shape, a variable
     * @param probability of a one
     */
    public BernoulliNoise(SameDiff graph, SDVariable shape, double probability) {
        super(graph, shape, probability);
    }

    /**
     * Puts this op in the place of the plain one everywhere in a graph and in its gradient
     * function, if it has one. Needed wherever SameDiff copied ops, since its copies are plain:
     * gradient functions, cloned towers.
     */
    public static void replacePlain(SameDiff graph) {
        SameDiff gradients = graph.getFunction("grad");
        if (gradients != null) {
            replacePlain(gradients);
        }
        for (SameDiffOp op : graph.getOps().values()) {
            if (op.getOp().getClass() == RandomBernoulli.class) {
                RandomBernoulli plain = (RandomBernoulli) op.getOp();
                BernoulliNoise noise = new BernoulliNoise();
                noise.addTArgument(plain.tArgs());
                noise.addIArgument(plain.iArgs());
                noise.addDArgument(plain.dArgs());
                noise.setSameDiff(graph);
                noise.setOwnName(plain.getOwnName());
                op.setOp(noise);
            }
        }
    }

    @Override
    public List<LongShapeDescriptor> calculateOutputShape(OpContext context) {
        draw(context);
        return super.calculateOutputShape(context);
    }

    /** Starts the generator of a context at two fresh draws, for who runs it without a session. */
    public void draw(OpContext context) {
        Random random = Nd4j.getRandom();
        context.setRngStates(random.nextLong(), random.nextLong());
    }
}
