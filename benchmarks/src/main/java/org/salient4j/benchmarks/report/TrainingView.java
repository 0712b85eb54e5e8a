package org.salient4j.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * What a report of trainings must know of a cell and of what it came to.
 *
 * @param <C> a cell
 * @param <R> a result
 */
public interface TrainingView<C, R> {

    /** What is trained. */
    String network(C cell);

    /** How it is trained, in words. */
    String training(C cell);

    /** The heads of what tells cells apart. */
    List<TableColumn> columns();

    /** What tells a cell apart, one a head. */
    List<TableCell> described(C cell);

    /** The lowest test accuracy of which attributions count. */
    double gate(C cell);

    /** Whether it was reached. */
    boolean learned(R result);

    /** Share of the test samples classified right. */
    double testAccuracy(R result);

    /** Share of the training samples classified right. */
    double trainAccuracy(R result);

    /** The methods that were not measured, and why. */
    Map<String, String> refused(R result);
}
