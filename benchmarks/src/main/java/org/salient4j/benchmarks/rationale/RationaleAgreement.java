package org.salient4j.benchmarks.rationale;

/**
 * Agreement of predicted with human rationales over a set of texts.
 *
 * @param micro all tokens or spans of all documents together
 * @param macro averaged over documents, as each metric says
 * @param skipped texts whose rationale is not known
 */
public record RationaleAgreement(PrecisionRecall micro, PrecisionRecall macro, int skipped) {}
