/** What Casus loads by itself: the event types that ship with it, and a dossier for an empty database. */
package org.casus.load;
