/** Datasets: collections of events, with their licence and how to cite them. */
package org.casus.dataset;
