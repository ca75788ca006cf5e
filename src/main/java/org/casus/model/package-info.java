/**
 * Shapes that several kinds of resource share: a name, an identifier, a point, a box. Each is one record: what a
 * client sends, what it gets, and what the database holds.
 */
package org.casus.model;
