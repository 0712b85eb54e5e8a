/**
 * Training objectives as graph builders. Everything is built from primitives: SameDiff's fused loss
 * ops ignore whatever is done to their output, so a weight on them would be lost.
 */
package org.salient4j.losses;
