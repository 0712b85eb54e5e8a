/** How long work tells how far it is: a bar on a terminal, plain lines elsewhere, or nothing. */
package org.salient4j.framework.progress;
