/** The rules that keep the house a house, each shown to be able to fail. */
package org.salient4j.app.architecture;
