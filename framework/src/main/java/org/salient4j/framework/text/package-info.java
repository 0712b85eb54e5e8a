/**
 * Text as networks read it: {@linkplain org.salient4j.framework.text.TextExample labelled words}
 * with {@linkplain org.salient4j.framework.text.Rationale the words that carry the label}, their
 * {@linkplain org.salient4j.framework.text.Vocabulary numbers}, and {@linkplain
 * org.salient4j.framework.text.TextBatch batches} of similar length.
 *
 * <p>Corpora come from {@code text.corpus} or {@code text.generated}, word vectors from {@code
 * text.vectors}; {@code text.masking} replaces words for saliency guided training, {@code
 * text.linear} is the line a network has to be better than.
 */
package org.salient4j.framework.text;
