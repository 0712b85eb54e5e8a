/** What the pages of {@code src/site/extending} show, registered from outside the library. */
package org.salient4j.app.extending;
