package org.salient4j.framework.text.corpus;

/**
 * An annotation and where it stands.
 *
 * @param origin file and line number
 * @param annotation what it says
 */
record EraserLine(String origin, EraserAnnotation annotation) {}
