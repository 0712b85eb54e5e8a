package org.salient4j.framework.training;

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

/** ND4J's updaters, with ND4J's defaults beside the learning rate. */
public enum UpdaterKind {
    /** Kingma and Ba 2015: β 0.9, 0.999, ε 1e-8. */
    ADAM {
        @Override
        public IUpdater create(double learningRate) {
            return new Adam(learningRate);
        }
    },
    /** Plain gradient descent. */
    SGD {
        @Override
        public IUpdater create(double learningRate) {
            return new Sgd(learningRate);
        }
    },
    /** Nesterov momentum 0.9. */
    NESTEROVS {
        @Override
        public IUpdater create(double learningRate) {
            return new Nesterovs(learningRate, 0.9);
        }
    },
    /** Duchi et al. 2011. */
    ADA_GRAD {
        @Override
        public IUpdater create(double learningRate) {
            return new AdaGrad(learningRate);
        }
    },
    /** Zeiler 2012: has no learning rate. */
    ADA_DELTA {
        @Override
        public IUpdater create(double learningRate) {
            return new AdaDelta();
        }
    },
    /** Tieleman and Hinton 2012. */
    RMS_PROP {
        @Override
        public IUpdater create(double learningRate) {
            return new RmsProp(learningRate);
        }
    },
    /** Reddi et al. 2018. */
    AMS_GRAD {
        @Override
        public IUpdater create(double learningRate) {
            return new AMSGrad(learningRate);
        }
    },
    /** Dozat 2016. */
    NADAM {
        @Override
        public IUpdater create(double learningRate) {
            return new Nadam(learningRate);
        }
    },
    /** Kingma and Ba 2015, infinity norm. */
    ADA_MAX {
        @Override
        public IUpdater create(double learningRate) {
            return new AdaMax(learningRate);
        }
    },
    /** Zhuang et al. 2020. */
    ADA_BELIEF {
        @Override
        public IUpdater create(double learningRate) {
            return new AdaBelief(learningRate);
        }
    };

    /** The updater with this learning rate. */
    public abstract IUpdater create(double learningRate);
}
