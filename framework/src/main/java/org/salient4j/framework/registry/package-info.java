/** Families whose members are found by service loading. */
package org.salient4j.framework.registry;
