/** Labelled data in memory and on disk, checked once where it enters. */
package org.salient4j.framework.data;
