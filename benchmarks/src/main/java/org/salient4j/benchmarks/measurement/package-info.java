/** What experiments measure of saliency maps and store with their results. */
package org.salient4j.benchmarks.measurement;
