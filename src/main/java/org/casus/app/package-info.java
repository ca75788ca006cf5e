/** The house as a whole: the order in which it starts, its front door, and the parts of its contract that are the same everywhere. */
package org.casus.app;
