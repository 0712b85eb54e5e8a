/** A bag-of-words classifier, as the line that networks on text are compared with. */
package org.salient4j.framework.text.linear;
