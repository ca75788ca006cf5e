/** Event types: the tree of what can happen. They ship with the software; what changed with a version becomes revisions. */
package org.casus.eventtype;
