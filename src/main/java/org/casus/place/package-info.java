/** Places: where things happen, each within another up to a continent. */
package org.casus.place;
