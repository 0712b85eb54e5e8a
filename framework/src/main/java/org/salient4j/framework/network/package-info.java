/**
 * Networks: an architecture with its parameters, what can be asked of it (logits, input gradients),
 * and the checkpoint file it travels in.
 */
package org.salient4j.framework.network;
