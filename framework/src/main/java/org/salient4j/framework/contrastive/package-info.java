/**
 * Contrastive training of encoders on recordings: which samples are alike, the batches made of
 * them, and a front to the training loop for them.
 */
package org.salient4j.framework.contrastive;
