/**
 * The room of ND4J's quirks: running SameDiff graphs, their gradients, copying towers between
 * graphs, seeding the native generator, moving values between Java and native memory.
 */
package org.salient4j.framework.graph;
