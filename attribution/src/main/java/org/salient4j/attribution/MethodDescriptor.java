package org.salient4j.attribution;

/**
 * What a method is and what it can prove.
 *
 * @param title its full name
 * @param completeness whether attributions sum to the output's difference from the baseline's
 * @param stochastic whether it draws from the seed
 * @param cost model calls for one sample
 * @param citation where it is from
 * @param use when to use it and when not
 */
public record MethodDescriptor(
        String title,
        boolean completeness,
        boolean stochastic,
        String cost,
        String citation,
        String use) {}
