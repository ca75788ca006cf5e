/** Actors: states, armies, services, people. Memberships say who belonged to whom, and when. */
package org.casus.actor;
