package org.salient4j.benchmarks.published;

/**
 * One published number.
 *
 * @param table number of the table
 * @param dataset our name of the data set; {@link PublishedTables#MEAN} in the table of means
 * @param network our name of the network
 * @param maskedFraction the k it was trained with; NaN where the table does not say
 * @param method our name of the attribution method; empty for an accuracy
 * @param saliencyGuided whether the network was trained saliency guided
 * @param metric our name of the metric, or {@link PublishedTables#ACCURACY}
 * @param value the number: the metric minus that of random saliency, or an accuracy in [0, 1]
 */
public record PublishedValue(
        int table,
        String dataset,
        String network,
        double maskedFraction,
        String method,
        boolean saliencyGuided,
        String metric,
        double value) {}
