/** Sources: what was published, where and when. Reports and statements refer to them. */
package org.casus.source;
