/**
 * A whole training in one call: from a data set to a model file, standard or saliency guided, from
 * scratch, from a model, or from where an interrupted run stands.
 */
package org.salient4j.framework.recipe;
