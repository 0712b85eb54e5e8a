/**
 * The metrics of the ERASER benchmark: whether a classifier needs the tokens that a method calls
 * important ({@link org.salient4j.benchmarks.rationale.Faithfulness}), and whether they are those
 * that people marked ({@link org.salient4j.benchmarks.rationale.TokenAuprc}, {@link
 * org.salient4j.benchmarks.rationale.TokenF1}, {@link org.salient4j.benchmarks.rationale.IouF1}).
 *
 * <p>The classifier is an interface, so anything that answers texts with probabilities can be
 * measured. Hold every number against that of {@linkplain
 * org.salient4j.benchmarks.rationale.TokenScores#random random scores}.
 */
package org.salient4j.benchmarks.rationale;
