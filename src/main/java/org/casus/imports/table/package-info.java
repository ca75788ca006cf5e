/**
 * Reads tables from files, without any knowledge of the event model. A {@link org.casus.imports.table.FileHead} holds the first bytes
 * of a file, from which {@link org.casus.imports.table.DelimitedTable} determines the dialect and
 * {@link org.casus.imports.table.TableHeader} the columns. A {@link org.casus.imports.table.RecordReader} then reads the file record by
 * record, and {@link org.casus.imports.table.Cells} converts the cells of each row. Errors refuse a row or the whole file.
 */
package org.casus.imports.table;
