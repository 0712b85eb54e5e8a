/**
 * Networks that read texts: training them, guided by saliency or not, asking them, and what
 * attribution needs of them, a model of word vectors.
 */
package org.salient4j.framework.text.training;
