/**
 * Training: the loop that drives SameDiff listeners, its options, what it reports, and exact
 * resume.
 */
package org.salient4j.framework.training;
