/**
 * Saliency guided training on text: a score for each word, the words with the lowest scores, and
 * what they are replaced by.
 */
package org.salient4j.framework.text.masking;
