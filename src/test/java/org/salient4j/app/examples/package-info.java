/** What the documentation shows, as tests. */
package org.salient4j.app.examples;
