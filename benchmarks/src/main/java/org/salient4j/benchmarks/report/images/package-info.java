/** Reports of the image experiments. */
package org.salient4j.benchmarks.report.images;
