/**
 * The xCEBRA experiment: whether regularised contrastive learning and the inverted neuron gradient
 * find which latents drive which neurons, on recordings where that is known.
 */
package org.salient4j.benchmarks.xcebra;
