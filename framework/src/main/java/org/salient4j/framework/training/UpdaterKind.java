package org.salient4j.framework.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdaBeliefUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Update rules. All but {@link #MOMENTUM} are ND4J's, with its defaults beside the learning rate
 * unless said otherwise.
 */
public enum UpdaterKind {
    /** Kingma and Ba 2015: β 0.9, 0.999, ε 1e-8. */
    ADAM {
        @Override
        IUpdater nd4j() {
            return new Adam();
        }
    },
    /** Plain gradient descent. */
    SGD {
        @Override
        IUpdater nd4j() {
            return new Sgd();
        }
    },
    /** Heavy ball: v ← 0.9 v + g, step lr · v, as PyTorch's SGD with momentum 0.9. */
    MOMENTUM {
        @Override
        IUpdater nd4j() {
            throw new IllegalStateException("ND4J has Nesterov's momentum only");
        }

        @Override
        long stateSize(long parameters) {
            return parameters;
        }

        @Override
        UpdateRule rule(INDArray state) {
            return (gradient, rate, iteration, epoch) -> {
                state.muli(MOMENTUM_FACTOR).addi(gradient);
                gradient.assign(state).muli(rate);
            };
        }
    },
    /** Nesterov momentum 0.9. */
    NESTEROVS {
        @Override
        IUpdater nd4j() {
            return new Nesterovs(MOMENTUM_FACTOR);
        }
    },
    /** Duchi et al. 2011. */
    ADA_GRAD {
        @Override
        IUpdater nd4j() {
            return new AdaGrad();
        }
    },
    /** Zeiler 2012: ρ 0.9, ε 1e-6, the step times the learning rate: 1 is the paper's. */
    ADA_DELTA {
        @Override
        IUpdater nd4j() {
            return new AdaDelta(0.9, 1e-6);
        }

        @Override
        UpdateRule rule(INDArray state) {
            GradientUpdater<?> updater = nd4j().instantiate(state, true);
            return (gradient, rate, iteration, epoch) -> {
                updater.applyUpdater(gradient, iteration, epoch); // knows no learning rate
                gradient.muli(rate);
            };
        }
    },
    /** Tieleman and Hinton 2012. */
    RMS_PROP {
        @Override
        IUpdater nd4j() {
            return new RmsProp();
        }
    },
    /** Reddi et al. 2018. */
    AMS_GRAD {
        @Override
        IUpdater nd4j() {
            return new AMSGrad();
        }
    },
    /** Dozat 2016. */
    NADAM {
        @Override
        IUpdater nd4j() {
            return new Nadam();
        }
    },
    /** Kingma and Ba 2015, infinity norm. */
    ADA_MAX {
        @Override
        IUpdater nd4j() {
            return new AdaMax();
        }
    },
    /** Zhuang et al. 2020. */
    ADA_BELIEF {
        @Override
        IUpdater nd4j() {
            return new AdaBelief();
        }

        @Override
        GradientUpdater<?> updater(INDArray state) {
            // Its own instantiate reads the second size of a vector and fails.
            AdaBeliefUpdater updater = new AdaBeliefUpdater(new AdaBelief());
            updater.setStateViewArray(state, new long[] {1, state.length() / 2}, 'c', true);
            return updater;
        }
    };

    private static final double MOMENTUM_FACTOR = 0.9;

    /** ND4J's rule. */
    abstract IUpdater nd4j();

    /** Length of the state for so many parameters; 0 for none. */
    long stateSize(long parameters) {
        return nd4j().stateSize(parameters);
    }

    /** ND4J's rule over a state. */
    GradientUpdater<?> updater(INDArray state) {
        return nd4j().instantiate(state, true);
    }

    /**
     * The rule over a state of zeros.
     *
     * @param state [1, stateSize]; null if that is 0
     */
    UpdateRule rule(INDArray state) {
        GradientUpdater<?> updater = updater(state);
        return (gradient, rate, iteration, epoch) -> {
            updater.getConfig().setLrAndSchedule(rate, null);
            updater.applyUpdater(gradient, iteration, epoch);
        };
    }
}
