/**
 * The command line. A command reads its options, makes one call of the library and prints what it
 * gave: results on the standard output, progress and everything else on the error stream.
 */
package org.salient4j.app;
