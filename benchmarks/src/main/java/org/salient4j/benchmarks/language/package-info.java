/**
 * The language experiment: whether saliency guided training makes explanations of text classifiers
 * more faithful, by comprehensiveness and sufficiency and by agreement with people's rationales.
 */
package org.salient4j.benchmarks.language;
