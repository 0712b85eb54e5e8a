/**
 * The bridge between two schools: networks of labelled series trained plainly, saliency guided
 * (Ismail et al., NeurIPS 2021), with a penalty on the Jacobian (Schneider et al., AISTATS 2025)
 * and with both, on the same data from the same start values, explained and scored alike.
 */
package org.salient4j.benchmarks.bridge;
