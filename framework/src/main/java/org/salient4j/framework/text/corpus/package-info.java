/** Corpora from files: the format of the ERASER benchmark, scored sentences and sentence pairs. */
package org.salient4j.framework.text.corpus;
