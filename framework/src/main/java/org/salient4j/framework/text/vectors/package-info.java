/** Word vectors that others have trained, read by DL4J's loader for the words of a corpus. */
package org.salient4j.framework.text.vectors;
