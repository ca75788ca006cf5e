/** The house as a whole: the order in which it starts, its front door, and what its problems mean. */
package org.casus.app;
