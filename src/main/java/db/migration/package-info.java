/** Migrations of the schema that need Java; Flyway finds them here, beside those in SQL. */
package db.migration;
