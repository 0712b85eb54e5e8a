package org.salient4j.benchmarks.xcebra;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.salient4j.benchmarks.embedding.MapGaps;

/**
 * What a method's attribution map came to.
 *
 * @param auroc over all entries of the map
 * @param lower lower end of its 95 % interval over explained samples; null for a method that has
 *     one map for all samples
 * @param upper the upper end
 * @param aurocRows within the rows that have both kinds of entries, mean over them
 * @param aurocMixedRows over all entries of those rows
 * @param aurocRowNormalised over all entries, each row divided by its mean
 * @param chance mean of {@code auroc} over shuffled truths
 * @param pValue share of shuffled truths that score as high
 * @param gaps how far connected entries lie above the others
 * @param seconds wall time of the attribution
 * @param map mean |attribution|, [d][n]
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MapScore(
        double auroc,
        Double lower,
        Double upper,
        double aurocRows,
        double aurocMixedRows,
        double aurocRowNormalised,
        double chance,
        double pValue,
        MapGaps gaps,
        double seconds,
        double[][] map) {}
