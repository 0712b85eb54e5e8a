/**
 * The ground the other modules stand on: {@linkplain org.salient4j.framework.Seed seeds},
 * {@linkplain org.salient4j.framework.registry.Registry families found by service loading},
 * {@linkplain org.salient4j.framework.Provenance provenance} and the one exception for {@linkplain
 * org.salient4j.framework.InvalidInputException input that cannot be used}.
 */
package org.salient4j.framework;
