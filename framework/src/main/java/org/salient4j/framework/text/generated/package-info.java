/** Texts written from templates, in which every rationale is known. */
package org.salient4j.framework.text.generated;
