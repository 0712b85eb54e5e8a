/**
 * Attributions of the words of a text. Methods explain the word vectors; a word's score is made of
 * what its vector's values get.
 */
package org.salient4j.attribution.words;
