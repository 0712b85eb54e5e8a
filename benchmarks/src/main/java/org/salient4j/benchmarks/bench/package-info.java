/**
 * How fast the work of saliency guided training is here: training steps, attributions, metrics, and
 * the ops that their time goes to. Everything is called as users call it.
 */
package org.salient4j.benchmarks.bench;
