/**
 * The model zoo: whole networks from input to logits. An {@link
 * org.salient4j.layers.zoo.Architecture} is a validated record whose components are its sizes; it
 * is found by name through {@link java.util.ServiceLoader}.
 */
package org.salient4j.layers.zoo;
