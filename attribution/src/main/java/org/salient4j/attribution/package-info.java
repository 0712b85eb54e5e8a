/**
 * Attribution: how much each input cell contributed to a classifier's output for a class.
 *
 * <p>{@link org.salient4j.attribution.AttributionMethod} is the family; a member is a record of its
 * settings and one line in {@code META-INF/services}. Every method says in a {@link
 * org.salient4j.attribution.MethodDescriptor} what it costs, what it can prove and when to leave
 * it. {@link org.salient4j.attribution.Baseline} and {@link org.salient4j.attribution.Noise} are
 * what methods compare with and add, {@link org.salient4j.attribution.FeatureGroups} what is taken
 * away together, each with a text form for JSON and the command line. Attribution of an embedding's
 * dimensions stands in the package {@code embedding}.
 */
package org.salient4j.attribution;
