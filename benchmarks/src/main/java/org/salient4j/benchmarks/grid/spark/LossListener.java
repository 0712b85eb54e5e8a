package org.salient4j.benchmarks.grid.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which workers were lost; Spark hands their cells to others. */
final class LossListener extends SparkListener {

    private static final Logger LOG = LoggerFactory.getLogger(LossListener.class);

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        LOG.warn(
                "executor {} was lost ({}): its cells are tried again",
                removed.executorId(),
                removed.reason().lines().findFirst().orElse("no reason given"));
    }
}
