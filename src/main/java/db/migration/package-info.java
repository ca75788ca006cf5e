/**
 * The migrations of the schema that need Java, because no SQL does the same in H2 and PostgreSQL. Flyway finds them in this package by
 * their names and runs them in the order of their versions, together with the SQL migrations in
 * {@code src/main/resources/db/migration}.
 */
package db.migration;
