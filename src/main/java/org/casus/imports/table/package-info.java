/** How tables in files are read: encodings, separators, quotes, headers, records and cells. Nothing here knows the model of events. */
package org.casus.imports.table;
